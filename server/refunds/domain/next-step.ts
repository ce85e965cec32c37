import { waitBeforeAsking } from "./ask-again.ts";
import type { RefundEvent } from "./refund-machine.ts";
import type { RefundState } from "./words.ts";

/** What the desk itself does next about an instruction, and when. */
export interface NextStep {
  readonly job: "submit-refund" | "ask-about-refund" | null;
  readonly at: Date;
}

export interface Step {
  readonly event: RefundEvent;
  readonly to: RefundState;
  readonly at: Date;
  /** How often this instruction has been sent: each time in vain it waits longer. */
  readonly sentTimes: number;
  /** When the provider said that it is back. */
  readonly notBefore: Date | null;
  /** When an answer to what was just sent is surely lost. */
  readonly answerLostAfterMs: number;
  readonly askAfterMs: number;
}

/** Null: nothing is left to do, or a person has to. A step without a job belongs to the job that is running. */
export function nextStepOf({
  event,
  to,
  at,
  sentTimes,
  notBefore,
  answerLostAfterMs,
  askAfterMs,
}: Step): NextStep | null {
  const after = (milliseconds: number) => new Date(at.getTime() + milliseconds);
  switch (to) {
    case "QUEUED": {
      const again = event === "POSTPONE" || event === "FIND_NEVER_RECEIVED";
      return { job: "submit-refund", at: notBefore ?? (again ? after(waitBeforeAsking(sentTimes - 1)) : at) };
    }
    case "SUBMITTED":
      return { job: null, at: after(answerLostAfterMs) };
    case "UNKNOWN":
      return { job: "ask-about-refund", at: after(waitBeforeAsking(0)) };
    case "PROCESSING":
      return { job: "ask-about-refund", at: after(askAfterMs) };
    default:
      return null;
  }
}
