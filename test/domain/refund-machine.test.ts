import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerCodes, inWords } from "../../server/providers/domain/answer-codes.ts";
import type { QueryAnswer, SubmitAnswer } from "../../server/providers/domain/answers.ts";
import { eventOf } from "../../server/refunds/domain/answer-event.ts";
import { waitBeforeAsking } from "../../server/refunds/domain/ask-again.ts";
import { nextStepOf } from "../../server/refunds/domain/next-step.ts";
import { actionFor, readReport, toDetail } from "../../server/refunds/domain/provider-report.ts";
import {
  isInFlight,
  nextRefundState,
  refundEvents,
  refundMachine,
} from "../../server/refunds/domain/refund-machine.ts";
import { type RefundState, refundStates } from "../../server/refunds/domain/words.ts";

const sent: readonly RefundState[] = ["SUBMITTED", "UNKNOWN", "PROCESSING"];

describe("the life of one instruction", () => {
  test("every state is reached from a draft", () => {
    const reached = new Set<RefundState>(["DRAFT"]);
    for (let size = 0; size < reached.size; ) {
      size = reached.size;
      for (const event of refundEvents)
        if (refundMachine[event].from.some((state) => reached.has(state))) reached.add(refundMachine[event].to);
    }
    expect([...reached].sort()).toEqual([...refundStates].sort());
  });

  test("only a queued instruction is ever sent", () => {
    expect(refundStates.filter((state) => nextRefundState(state, "SEND") !== null)).toEqual(["QUEUED"]);
  });

  test("what may have reached the provider goes back to the queue only by the provider's own word", () => {
    const back = refundEvents.filter(
      (event) =>
        refundMachine[event].to === "QUEUED" && refundMachine[event].from.some((state) => sent.includes(state)),
    );
    expect(back).toEqual(["POSTPONE", "FIND_NEVER_RECEIVED"]);
    expect(nextRefundState("UNKNOWN", "POSTPONE")).toBeNull();
    expect(nextRefundState("PROCESSING", "FIND_NEVER_RECEIVED")).toBeNull();
  });

  test("a settled, returned or cancelled instruction moves nothing more, but a settled one can bounce", () => {
    const leaving = (state: RefundState) => refundEvents.filter((event) => nextRefundState(state, event) !== null);
    expect(leaving("SETTLED")).toEqual(["RETURN"]);
    expect(leaving("RETURNED")).toEqual([]);
    expect(leaving("CANCELLED")).toEqual([]);
  });

  test("money in any order of events: held at most once, given back at most once, never free while it may be moving", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...refundEvents), { maxLength: 50 }), (events) => {
        let state: RefundState = "DRAFT";
        let [held, gone] = [0, 0];
        for (const event of events) {
          const next = nextRefundState(state, event);
          if (next === null) continue;
          state = next;
          const { money } = refundMachine[event];
          if (money === "HOLD") held = 1;
          if (money === "SETTLE") [held, gone] = [0, gone + 1];
          if (money === "RELEASE") held = 0;
          if (money === "TAKE_BACK") gone -= 1;
          expect(gone).toBe(state === "SETTLED" ? 1 : 0);
          if (isInFlight(state) || state === "AWAITING_APPROVAL") expect(held).toBe(1);
          if (state === "SETTLED" || state === "CANCELLED" || state === "RETURNED") expect(held).toBe(0);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

const answers = {
  accepted: { answer: "ACCEPTED", reference: "R1" },
  settled: { answer: "SETTLED", reference: "R1" },
  forNow: { answer: "DECLINED", code: "51", retryable: true },
  forGood: { answer: "DECLINED", code: "54", retryable: false },
  lost: { answer: "NO_ANSWER", code: "TIMEOUT" },
  closed: { answer: "NOT_TAKEN", code: "MAINTENANCE", until: null },
  never: { answer: "NEVER_RECEIVED" },
} as const satisfies Record<string, SubmitAnswer | QueryAnswer>;

describe("what an answer means", () => {
  test.each([
    ["SUBMITTED", answers.accepted, "ACCEPT"],
    ["UNKNOWN", answers.accepted, "ACCEPT"],
    ["PROCESSING", answers.accepted, undefined],
    ["SUBMITTED", answers.settled, "SETTLE"],
    ["PROCESSING", answers.settled, "SETTLE"],
    ["SETTLED", answers.settled, undefined],
    ["SUBMITTED", answers.forNow, "DECLINE_FOR_NOW"],
    ["PROCESSING", answers.forGood, "DECLINE_FOR_GOOD"],
    ["SUBMITTED", answers.lost, "LOSE_ANSWER"],
    ["UNKNOWN", answers.lost, undefined],
    ["PROCESSING", answers.lost, undefined],
    ["SUBMITTED", answers.closed, "POSTPONE"],
    ["UNKNOWN", answers.never, "FIND_NEVER_RECEIVED"],
    ["PROCESSING", answers.never, undefined],
    ["QUEUED", answers.settled, undefined],
  ] as const)("to a refund that is %s, %o is %s", (state, answer, event) => {
    expect(eventOf(state, "key", answer)?.event).toBe(event);
  });

  test("a report survives the way through the event, and only its own action may carry it", () => {
    const report = {
      event: "POSTPONE",
      key: "k",
      reference: null,
      code: "MAINTENANCE",
      notBefore: new Date("2026-03-02T01:00:00Z"),
    } as const;
    expect(readReport(actionFor("POSTPONE"), toDetail(report))).toEqual(report);
    expect(readReport("SETTLE_REFUND", toDetail(report))).toBeNull();
    expect(readReport("RECORD_REFUND_PROGRESS", {})).toBeNull();
  });
});

describe("the desk's own next step", () => {
  const at = new Date("2026-03-02T01:00:00Z");
  const step = { at, sentTimes: 1, notBefore: null, answerLostAfterMs: 15_000, askAfterMs: 2_000 };
  const seconds = (milliseconds: number) => new Date(at.getTime() + milliseconds * 1000);

  test.each([
    ["QUEUE", "QUEUED", { job: "submit-refund", at }],
    ["FIND_NEVER_RECEIVED", "QUEUED", { job: "submit-refund", at: seconds(2) }],
    ["SEND", "SUBMITTED", { job: null, at: seconds(15) }],
    ["LOSE_ANSWER", "UNKNOWN", { job: "ask-about-refund", at: seconds(2) }],
    ["ACCEPT", "PROCESSING", { job: "ask-about-refund", at: seconds(2) }],
    ["SETTLE", "SETTLED", null],
    ["DECLINE_FOR_NOW", "FAILED", null],
  ] as const)("after %s", (event, to, expected) => {
    expect(nextStepOf({ ...step, event, to })).toEqual(expected);
  });

  test("a provider that is closed is left alone until it said it would be back", () => {
    const notBefore = new Date("2026-03-02T03:00:00Z");
    expect(nextStepOf({ ...step, event: "POSTPONE", to: "QUEUED", notBefore })?.at).toEqual(notBefore);
  });

  test("each time in vain it waits longer, and at most an hour", () => {
    const waits = Array.from({ length: 40 }, (_, asked) => waitBeforeAsking(asked));
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(waits.at(-1)).toBe(3_600_000);
    expect(waitBeforeAsking(-1)).toBe(waits[0]);
  });
});

describe("a provider's code in words", () => {
  test("every code says in both languages what happened and what to do", () => {
    for (const { happened, todo } of Object.values(answerCodes)) {
      for (const text of [happened, todo])
        expect([text.zh.length, text.en.length].every((length) => length > 0)).toBe(true);
    }
  });

  test("a code that nobody has heard of, or that looks like a property, may be tried again", () => {
    expect(inWords("77")).toEqual(inWords("constructor"));
    expect(inWords("77").retryable).toBe(true);
  });
});
