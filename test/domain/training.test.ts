import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../server/cases/domain/decide.ts";
import { approvalOf } from "../../server/cases/domain/guards.ts";
import { addDays, day } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { contentProblems } from "../../server/training/domain/content-problems.ts";
import { defaultCourses } from "../../server/training/domain/default-courses.ts";
import { grade, shuffled } from "../../server/training/domain/quiz.ts";
import {
  decideRecord,
  dueDayProblems,
  isOpen,
  type RecordFacts,
  stateOn,
} from "../../server/training/domain/record-machine.ts";
import { datesFit, dueOf, ruleProblems, type TrainingRule } from "../../server/training/domain/rules.ts";
import { asAuthored, rightPlaces, shownPlaces, showQuiz } from "../../server/training/domain/shown-quiz.ts";
import { standingOf } from "../../server/training/domain/standing.ts";
import { isLapsing, isValidOn, validUntil } from "../../server/training/domain/validity.ts";
import { aCaseFor, aMove, anActor } from "../support/a-case.ts";

const today = day("2026-10-09");
const yesterday = addDays(today, -1);
const tomorrow = addDays(today, 1);

const aRecord = (change: Partial<RecordFacts> = {}): RecordFacts => ({
  state: "ASSIGNED",
  opensOn: null,
  closesOn: null,
  validFrom: null,
  validUntil: null,
  attemptsUsed: 0,
  attemptsAllowed: null,
  ...change,
});

describe("an action that needs training", () => {
  test.each([
    ["GRANT_APPROVAL", "SUPERVISOR", "above-limit-approval"],
    ["ESCALATE_TO_BANK", "SUPPORT_AGENT", "bank-disputes"],
  ] as const)("%s is shut to a %s without it, for that reason alone", (action, role, course) => {
    const untrained = anActor(role, { validCourses: new Set() });
    const facts = aCaseFor(action);
    // Where it is for agreeing to money, it carries what waits, so that it can be said who else may.
    const waiting = action === "GRANT_APPROVAL" ? { approval: approvalOf(facts) } : {};
    expect(decide(facts, aMove(action), untrained)).toEqual({
      ok: false,
      error: [{ code: "TRAINING_MISSING", course, ...waiting }],
    });
    expect(decide(aCaseFor(action), aMove(action), anActor(role)).ok).toBe(true);
  });

  test("another course does not open it", () => {
    const actor = anActor("SUPPORT_AGENT", { validCourses: new Set(["above-limit-approval", "refund-basics"]) });
    expect(decide(aCaseFor("ESCALATE_TO_BANK"), aMove("ESCALATE_TO_BANK"), actor).ok).toBe(false);
  });
});

describe("a certificate", () => {
  test("holds on its first and on its last day, and on no day before or after", () => {
    const record = { validFrom: today, validUntil: tomorrow };
    expect([yesterday, today, tomorrow, addDays(tomorrow, 1)].map((on) => isValidOn(record, on))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  test("of so many months ends on the same date, or on the month's last where there is none", () => {
    expect(validUntil(day("2026-10-09"), 12)).toBe("2027-10-09");
    expect(validUntil(day("2026-01-31"), 1)).toBe("2026-02-28");
    expect(validUntil(day("2027-12-31"), 2)).toBe("2028-02-29");
    expect(validUntil(today, null)).toBeNull();
  });

  test("lapses with the desk's midnight, not with the server's", () => {
    expect(deskDay(new Date("2026-10-09T15:59:59Z"))).toBe("2026-10-09");
    expect(deskDay(new Date("2026-10-09T16:00:00Z"))).toBe("2026-10-10");
  });

  test("is lapsing from ninety days before its last day until that day", () => {
    const ends = (days: number) => isLapsing({ validUntil: addDays(today, days) }, today);
    expect([91, 90, 0, -1].map(ends)).toEqual([false, true, true, false]);
    expect(isLapsing({ validUntil: null }, today)).toBe(false);
  });

  test("that has ended shows as expired, though nobody wrote that down", () => {
    const passed = aRecord({ state: "PASSED", validFrom: addDays(today, -30), validUntil: yesterday });
    expect(stateOn(passed, today)).toBe("EXPIRED");
    expect(stateOn(passed, yesterday)).toBe("PASSED");
    expect(stateOn(aRecord({ state: "FAILED" }), today)).toBe("FAILED");
  });

  test("was missed from the day after its window shut, unless it had ended before", () => {
    const shut = (over: Partial<RecordFacts>) => stateOn(aRecord({ closesOn: yesterday, ...over }), today);
    expect([shut({}), shut({ state: "STARTED" }), shut({ closesOn: today })]).toEqual(["MISSED", "MISSED", "ASSIGNED"]);
    const tries = { state: "FAILED", attemptsAllowed: 2 } as const;
    expect([shut({ ...tries, attemptsUsed: 1 }), shut({ ...tries, attemptsUsed: 2 })]).toEqual(["MISSED", "FAILED"]);
    expect(shut({ state: "PASSED", validFrom: yesterday })).toBe("PASSED");
  });
});

describe("a record", () => {
  test("is begun, and ends passed or failed; what has ended is never moved again", () => {
    expect(decideRecord(aRecord(), "START", today)).toEqual({ ok: true, value: "STARTED" });
    expect(decideRecord(aRecord({ state: "STARTED" }), "PASS", today)).toEqual({ ok: true, value: "PASSED" });
    expect(decideRecord(aRecord({ state: "STARTED" }), "FAIL", today)).toEqual({ ok: true, value: "FAILED" });
    for (const state of ["PASSED", "WAIVED", "WITHDRAWN"] as const)
      for (const move of ["START", "PASS", "FAIL", "WAIVE", "WITHDRAW"] as const)
        expect(decideRecord(aRecord({ state }), move, today).ok).toBe(false);
  });

  const workable = [
    ["one that was assigned", aRecord()],
    ["one under way, after its due day and before its window opens", aRecord({ state: "STARTED", opensOn: tomorrow })],
    ["one on the last day of its window", aRecord({ closesOn: today })],
    ["one that failed with a try left", aRecord({ state: "FAILED", attemptsAllowed: 2, attemptsUsed: 1 })],
  ] as const;
  const ended = [
    ["that was passed", aRecord({ state: "PASSED", validFrom: today })],
    ["whose waiver has run out", aRecord({ state: "WAIVED", validFrom: yesterday, validUntil: yesterday })],
    ["that was withdrawn", aRecord({ state: "WITHDRAWN" })],
    ["without a try left", aRecord({ state: "FAILED", attemptsAllowed: 2, attemptsUsed: 2 })],
    ["whose window has shut", aRecord({ closesOn: yesterday })],
  ] as const;

  test.each(workable)("is withdrawn or given another day while it can be worked on: %s", (_what, record) => {
    expect(decideRecord(record, "WITHDRAW", today)).toEqual({ ok: true, value: "WITHDRAWN" });
    expect(dueDayProblems(record, null, today)).toEqual([]);
  });

  test("is withdrawn while its waiver holds, through the last day, and not after; another day it is never given", () => {
    const until = (validUntil: typeof today | null) =>
      decideRecord(aRecord({ state: "WAIVED", validFrom: yesterday, validUntil }), "WITHDRAW_WAIVER", today);
    expect([until(null), until(tomorrow), until(today)]).toEqual(Array(3).fill({ ok: true, value: "WITHDRAWN" }));
    const over = { ok: false, error: [{ code: "WAIVER_ENDED" }] };
    expect(until(yesterday)).toEqual(over);
    expect(decideRecord(aRecord(), "WITHDRAW_WAIVER", today)).toEqual(over);
    const waived = aRecord({ state: "WAIVED", validFrom: today });
    expect(decideRecord(waived, "WITHDRAW", today)).toEqual({ ok: false, error: [{ code: "ASSIGNMENT_ENDED" }] });
    expect(dueDayProblems(waived, null, today)).toEqual([{ code: "ASSIGNMENT_ENDED" }]);
  });

  test.each(ended)("%s is neither withdrawn nor given another day", (_what, record) => {
    const refusal = [{ code: "ASSIGNMENT_ENDED" }];
    expect(decideRecord(record, "WITHDRAW", today)).toEqual({ ok: false, error: refusal });
    expect(dueDayProblems(record, null, today)).toEqual(refusal);
  });

  test("is given a day within its window only", () => {
    const record = aRecord({ opensOn: today, closesOn: tomorrow });
    const fits = [yesterday, today, tomorrow, addDays(tomorrow, 1)].map((on) => dueDayProblems(record, on, today));
    expect(fits).toEqual([[{ code: "DATES_CROSSED" }], [], [], [{ code: "DATES_CROSSED" }]]);
  });

  test("that was withdrawn tells its learner so, and is open and missed no more", () => {
    const record = aRecord({ state: "WITHDRAWN", closesOn: yesterday });
    expect(decideRecord(record, "PASS", today)).toEqual({ ok: false, error: [{ code: "ASSIGNMENT_WITHDRAWN" }] });
    expect([isOpen("WITHDRAWN", record), stateOn(record, today)]).toEqual([false, "WITHDRAWN"]);
  });

  test("is not handed in before it was begun", () => {
    expect(decideRecord(aRecord(), "PASS", today).ok).toBe(false);
  });

  test("may be taken after its due day: only the window shuts", () => {
    const closes = (closesOn: typeof today) => decideRecord(aRecord({ closesOn }), "START", today);
    expect(closes(today).ok).toBe(true);
    expect(closes(yesterday)).toEqual({ ok: false, error: [{ code: "CLOSED_SINCE", closesOn: yesterday }] });
    expect(decideRecord(aRecord({ opensOn: today }), "START", today).ok).toBe(true);
    expect(decideRecord(aRecord({ opensOn: tomorrow }), "START", today)).toEqual({
      ok: false,
      error: [{ code: "NOT_OPEN_YET", opensOn: tomorrow }],
    });
    expect(decideRecord(aRecord({ state: "STARTED", closesOn: yesterday }), "PASS", today).ok).toBe(false);
  });

  test("that failed is tried again while attempts are left, and an attempt under way is gone on with", () => {
    const failed = aRecord({ state: "FAILED", attemptsAllowed: 3, attemptsUsed: 2 });
    expect(decideRecord(failed, "START", today).ok).toBe(true);
    expect(decideRecord({ ...failed, attemptsUsed: 3 }, "START", today)).toEqual({
      ok: false,
      error: [{ code: "NO_ATTEMPTS_LEFT" }],
    });
    expect(decideRecord({ ...failed, state: "STARTED", attemptsUsed: 3 }, "START", today).ok).toBe(true);
    expect(isOpen("FAILED", failed)).toBe(true);
    expect(isOpen("FAILED", { ...failed, attemptsUsed: 3 })).toBe(false);
  });
});

describe("a cell of the matrix", () => {
  const best = { validFrom: addDays(today, -400), validUntil: addDays(today, 200) };
  test.each([
    ["a record that holds for long", { best, open: null, needed: true }, "VALID"],
    [
      "one that ends soon",
      { best: { ...best, validUntil: today }, open: { dueOn: today, anew: false }, needed: true },
      "LAPSING",
    ],
    [
      "one that ended, taught again",
      { best: { ...best, validUntil: yesterday }, open: { dueOn: null, anew: false }, needed: true },
      "ASSIGNED",
    ],
    ["an assignment due today", { best: null, open: { dueOn: today, anew: false }, needed: true }, "ASSIGNED"],
    ["an assignment due yesterday", { best: null, open: { dueOn: yesterday, anew: false }, needed: false }, "OVERDUE"],
    [
      "a record that holds, and a new edition due today",
      { best, open: { dueOn: today, anew: true }, needed: true },
      "VALID",
    ],
    [
      "a record that holds, and a new edition due yesterday",
      { best, open: { dueOn: yesterday, anew: true }, needed: true },
      "OVERDUE",
    ],
    [
      "a record that holds, taught again by hand",
      { best, open: { dueOn: yesterday, anew: false }, needed: true },
      "VALID",
    ],
    ["one that ended and is needed", { best: { ...best, validUntil: yesterday }, open: null, needed: true }, "LAPSED"],
    [
      "one that ended and is not",
      { best: { ...best, validUntil: yesterday }, open: null, needed: false },
      "NOT_NEEDED",
    ],
    ["nothing where it is needed", { best: null, open: null, needed: true }, "MISSING"],
    ["nothing where it is not", { best: null, open: null, needed: false }, "NOT_NEEDED"],
  ] as const)("says of %s: %s", (_what, facts, standing) => {
    expect(standingOf(facts, today)).toBe(standing);
  });
});

describe("a rule", () => {
  const rule: TrainingRule = {
    kind: "ROLE",
    role: "SUPPORT_AGENT",
    merchantId: null,
    institutionId: null,
    joinedFrom: null,
    dueInDays: 14,
    daysAhead: null,
  };

  test("makes an assignment due so many days later, and ahead of expiry on the last day of what ends", () => {
    expect(dueOf(rule, today, null)).toBe("2026-10-23");
    expect(dueOf({ ...rule, kind: "EXPIRY" }, today, addDays(today, 30))).toBe(addDays(today, 30));
    expect(dueOf({ ...rule, kind: "EXPIRY" }, today, today)).toBe("2026-10-23");
  });

  test("without a role or without days ahead is incomplete", () => {
    expect(ruleProblems(rule)).toEqual([]);
    expect(ruleProblems({ ...rule, role: null })).toEqual([{ code: "RULE_INCOMPLETE" }]);
    expect(ruleProblems({ ...rule, kind: "EXPIRY", role: null, daysAhead: 30 })).toEqual([]);
    expect(ruleProblems({ ...rule, kind: "EXPIRY", daysAhead: 0 })).toEqual([{ code: "RULE_INCOMPLETE" }]);
    expect(ruleProblems({ ...rule, dueInDays: 366 })).toEqual([{ code: "RULE_INCOMPLETE" }]);
  });

  test("keeps three dates apart and in their order", () => {
    const areInOrder = (opensOn: typeof today | null, dueOn: typeof today | null, closesOn: typeof today | null) =>
      datesFit({ opensOn, dueOn, closesOn });
    expect([areInOrder(null, null, null), areInOrder(today, today, today), areInOrder(today, null, tomorrow)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([
      areInOrder(tomorrow, today, null),
      areInOrder(null, tomorrow, today),
      areInOrder(tomorrow, null, today),
    ]).toEqual([false, false, false]);
  });
});

const quiz = defaultCourses.flatMap(({ content }) => content.questions);

describe("a quiz", () => {
  test("is passed at the pass mark, and not below it", () => {
    const four = quiz.slice(0, 4);
    const right = four.map(({ options }, question) => ({
      question,
      chosen: options.flatMap((option, place) => (option.right ? [place] : [])),
    }));
    expect(grade(four, 75, right.slice(1))).toMatchObject({ score: 75, passed: true });
    expect(grade(four, 76, right.slice(1))).toMatchObject({ score: 75, passed: false });
    expect(grade(four, 100, right)).toMatchObject({ score: 100, passed: true });
    expect(grade(four, 1, [])).toMatchObject({ score: 0, passed: false });
  });

  test("with several right options takes all of them and no other", () => {
    const several = quiz.filter(({ kind }) => kind === "MULTIPLE").slice(0, 1);
    const all = several[0]?.options.map((_, place) => place) ?? [];
    const right = all.filter((place) => several[0]?.options[place]?.right);
    const score = (chosen: readonly number[]) => grade(several, 100, [{ question: 0, chosen }]).score;
    expect([score(right), score(right.slice(1)), score(all)]).toEqual([100, 0, 0]);
  });

  test("is shown in an order of the attempt's own, the same each time, with nothing that tells the answer", () => {
    fc.assert(
      fc.property(fc.uuid(), (seed) => {
        const shown = showQuiz(quiz, seed);
        expect(showQuiz(quiz, seed)).toEqual(shown);
        expect(shown).toHaveLength(quiz.length);
        expect(JSON.stringify(shown)).not.toMatch(/right|explanation/);
      }),
    );
    const orders = new Set(Array.from({ length: 50 }, (_, seed) => shuffled(6, `seed ${seed}`).join()));
    expect(orders.size).toBeGreaterThan(30);
  });

  test("that is answered right as it is shown is right, whatever the order", () => {
    fc.assert(
      fc.property(fc.uuid(), (seed) => {
        const answers = shownPlaces(quiz, seed).flatMap((number, question) => {
          const asked = quiz[number];
          return asked === undefined ? [] : [{ question, chosen: rightPlaces(asked, number, seed) }];
        });
        const given = asAuthored(quiz, seed, answers);
        expect(grade(quiz, 100, given ?? [])).toMatchObject({ score: 100, passed: true });
      }),
    );
  });

  test.each([
    ["a question that is not there", [{ question: 99, chosen: [0] }]],
    ["an option that is not there", [{ question: 0, chosen: [99] }]],
    [
      "one question twice",
      [
        { question: 0, chosen: [0] },
        { question: 0, chosen: [1] },
      ],
    ],
  ])("does not take an answer to %s", (_what, answers) => {
    expect(asAuthored(quiz, "seed", answers)).toBeNull();
  });
});

describe("a course", () => {
  test.each(defaultCourses.map(({ code, content }) => [code, content] as const))(
    "%s can be published",
    (_code, content) => {
      expect(contentProblems(content)).toEqual([]);
    },
  );

  test("with a gap in it says every gap", () => {
    const [first] = defaultCourses;
    if (first === undefined) throw new Error("there is no course");
    const { content } = first;
    const broken = {
      ...content,
      title: { zh: "标题", en: " " },
      sections: [],
      questions: content.questions.map((question) => ({
        ...question,
        options: question.options.map((option) => ({ ...option, right: true })),
      })),
      passMark: 0,
    };
    expect(contentProblems(broken).map(({ code }) => code)).toEqual([
      "TEXT_MISSING",
      "NO_SECTIONS",
      ...content.questions.map(() => "QUESTION_WITHOUT_ANSWER"),
      "NUMBER_OUT_OF_RANGE",
    ]);
  });
});
