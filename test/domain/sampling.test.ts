import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type FindingFacts,
  type FindingState,
  findingLife,
  findingSteps,
  isOverdue,
  stepsOpenTo,
} from "../../server/audit/domain/finding-life.ts";
import { answerByMachine, type ReviewedRecords } from "../../server/audit/domain/machine-answers.ts";
import { problemsOfPlan } from "../../server/audit/domain/sample-plan.ts";
import { allocate, pick } from "../../server/audit/domain/sampling.ts";
import { day } from "../../server/kernel/day.ts";

const strata = (...sizes: readonly number[]) =>
  sizes.map((population, at) => ({ name: String.fromCharCode(65 + at), population }));
const given = (sizes: readonly number[], size: number) => [...allocate(strata(...sizes), size).values()];

describe("a stratified sample", () => {
  test("gives each group its share", () => expect(given([50, 30, 20], 10)).toEqual([5, 3, 2]));
  test("gives a small group one all the same", () => expect(given([97, 2, 1], 10)).toEqual([8, 1, 1]));
  test("takes no more of a group than is in it", () => expect(given([3, 1], 10)).toEqual([3, 1]));
  test("with more groups than places takes the larger ones, of equals the first by name", () =>
    expect(given([1, 5, 5, 2], 2)).toEqual([0, 1, 1, 0]));
  test("draws as many as were asked for, whatever the groups", () => {
    for (let size = 1; size <= 40; size += 1)
      expect(given([13, 11, 7, 5, 3, 1], size).reduce((sum, one) => sum + one, 0)).toBe(Math.min(size, 40));
  });
  test("takes the first of each group", () => {
    const candidates = [3, 1, 2].flatMap((place) => ["B", "A"].map((stratum) => ({ stratum, place })));
    expect(
      pick(
        candidates,
        new Map([
          ["A", 2],
          ["B", 1],
        ]),
      ),
    ).toEqual([
      { stratum: "A", place: 1 },
      { stratum: "A", place: 2 },
      { stratum: "B", place: 1 },
    ]);
  });
});

describe("a plan", () => {
  const plan = {
    kind: "RANDOM",
    stratifyBy: null,
    seed: "2026-q4",
    size: 10,
    fromOn: day("2026-10-01"),
    toOn: day("2026-10-01"),
  } as const;
  test.each([
    ["of one day is one", {}, []],
    ["that ends before it begins", { toOn: day("2026-09-30") }, ["PERIOD_CROSSED"]],
    ["with a seed that no shell takes", { seed: "a b" }, ["SEED_UNFIT"]],
    ["of nothing", { size: 0 }, ["SIZE_UNFIT"]],
    ["of a hundred and one", { size: 101 }, ["SIZE_UNFIT"]],
    ["in groups by nothing", { kind: "STRATIFIED" as const }, ["STRATA_MISSING"]],
    ["by chance and yet in groups", { stratifyBy: "AMOUNT" as const }, ["STRATA_MISSING"]],
  ])("%s", (_name, change, problems) => expect(problemsOfPlan({ ...plan, ...change })).toEqual(problems));
});

describe("a finding", () => {
  const owner = { id: "owner", mayReview: true };
  const reviewer = { id: "reviewer", mayReview: true };
  const bystander = { id: "bystander", mayReview: false };
  const steps = (state: FindingState, hand: typeof owner) =>
    stepsOpenTo({ state, ownerId: "owner", completedById: null }, hand);

  test("is begun and completed by its owner", () => {
    expect(steps("OPEN", owner)).toEqual(["START", "COMPLETE"]);
    expect(steps("IN_PROGRESS", owner)).toEqual(["COMPLETE"]);
    expect(steps("OPEN", reviewer)).toEqual([]);
  });
  test("is verified or sent back by a reviewer, never by its owner though they review", () => {
    expect(steps("DONE", reviewer)).toEqual(["SEND_BACK", "VERIFY"]);
    expect(steps("DONE", owner)).toEqual([]);
  });
  test("in whatever order it is passed on, completed and sent back, is verified by nobody who completed it last", () => {
    const people = ["a", "b", "c"].map((id) => ({ id, mayReview: true }));
    const person = fc.constantFrom(...people);
    const moves = fc.array(
      fc.record({ who: person, owner: person, step: fc.constantFrom(...findingSteps, "PASS_ON") }),
    );
    fc.assert(
      fc.property(moves, (sequence) => {
        let facts: FindingFacts = { state: "OPEN", ownerId: "a", completedById: null };
        for (const { who, owner: next, step } of sequence) {
          if (step === "PASS_ON") facts = { ...facts, ownerId: next.id };
          else if (stepsOpenTo(facts, who).includes(step)) {
            const completedById = step === "COMPLETE" ? who.id : facts.completedById;
            facts = { ...facts, state: findingLife[step].to, completedById };
          }
          if (facts.state !== "DONE") continue;
          const verifiers = people.filter((one) => stepsOpenTo(facts, one).includes("VERIFY"));
          const others = people.filter(({ id }) => id !== facts.ownerId && id !== facts.completedById);
          expect(verifiers).toEqual(others);
        }
      }),
    );
  });
  test("is nobody else's, and rests once it is verified", () => {
    for (const state of ["OPEN", "IN_PROGRESS", "DONE", "VERIFIED"] as const)
      expect(steps(state, bystander)).toEqual([]);
    expect(findingSteps.filter((step) => steps("VERIFIED", reviewer).includes(step))).toEqual([]);
  });
  test("is overdue from the day after it was due, until it is done", () => {
    const dueOn = day("2026-03-10");
    expect(isOverdue({ state: "OPEN", dueOn }, day("2026-03-10"))).toBe(false);
    expect(isOverdue({ state: "OPEN", dueOn }, day("2026-03-11"))).toBe(true);
    expect(isOverdue({ state: "DONE", dueOn }, day("2026-03-11"))).toBe(false);
  });
});

describe("the records", () => {
  const records: ReviewedRecords = {
    decided: { kind: "APPROVE_REFUND", sequence: 3, actorId: "agent" },
    steps: [{ sequence: 3, kind: "APPROVE_REFUND", actorId: "agent", outcome: null }],
    approval: null,
    paidIds: [],
    chainIntact: true,
    decision: { versionInForce: true, sameAgain: true },
    money: { decidedMinor: 100n, settledMinor: 100n, underWay: false },
  };
  const granted = (...voices: readonly string[]) => ({ approval: { proposerId: "agent", voices } });
  const earlierBy = (actorId: string, kind = "APPROVE_REFUND", outcome: string | null = null) => [
    { sequence: 2, kind, actorId, outcome },
    ...records.steps,
  ];
  const answers = (change: Partial<ReviewedRecords> = {}) =>
    Object.fromEntries(answerByMachine({ ...records, ...change }).map(({ question, answer }) => [question, answer]));
  const right = answers();

  test("answer yes where all is right, and nothing about approvals where none was needed", () =>
    expect(Object.values(right).filter((answer) => answer !== "YES")).toEqual(["NOT_APPLICABLE"]));
  test.each([
    ["CHAIN_INTACT", { chainIntact: false }, "NO"],
    ["VERSION_IN_FORCE", { decision: { versionInForce: false, sameAgain: true } }, "NO"],
    ["DECISION_REPLAYS", { decision: { versionInForce: true, sameAgain: false } }, "NO"],
    ["FOUR_EYES", granted("supervisor", "officer"), "YES"],
    ["FOUR_EYES", granted("agent"), "NO"],
    ["FOUR_EYES", granted("supervisor", "supervisor"), "NO"],
    ["FOUR_EYES", { ...granted("supervisor"), steps: earlierBy("supervisor") }, "NO"],
    ["FOUR_EYES", { ...granted("supervisor"), steps: earlierBy("a colleague") }, "YES"],
    ["FOUR_EYES", { ...granted("supervisor"), steps: earlierBy("supervisor", "RECORD_CHECK", "WAIVED") }, "NO"],
    ["FOUR_EYES", { ...granted("supervisor"), steps: earlierBy("supervisor", "RECORD_CHECK", "PASSED") }, "YES"],
    ["CLOCKS_KEPT", { steps: [{ sequence: 2, kind: "RECORD_CLOCK_BREACH", actorId: null, outcome: null }] }, "NO"],
    ["MONEY_EQUALS_DECISION", { money: { decidedMinor: 100n, settledMinor: 101n, underWay: false } }, "NO"],
    ["MONEY_EQUALS_DECISION", { money: { decidedMinor: 100n, settledMinor: 0n, underWay: true } }, "NOT_APPLICABLE"],
  ] as const)("answer %s for that reason alone: %o", (question, change, answer) =>
    expect(answers(change)).toEqual({ ...right, [question]: answer }),
  );

  test.each([
    ["one of two hands", { ...granted("supervisor"), paidIds: ["supervisor"] }, "NO"],
    ["the one hand that was enough", { paidIds: ["agent"] }, "NO"],
    ["a bystander", { ...granted("supervisor"), paidIds: ["a bystander"] }, "YES"],
    [
      "whoever refused",
      { decided: { ...records.decided, kind: "DECLINE_REQUEST" }, paidIds: ["agent"] },
      "NOT_APPLICABLE",
    ],
  ] as const)("of money for %s that was approved: %o", (_who, change, answer) => {
    const { PAID_TO_OTHERS, FOUR_EYES } = answers(change);
    expect(PAID_TO_OTHERS).toBe(answer);
    expect(FOUR_EYES).not.toBe("NO");
  });
});
