import type { RefundState } from "./words.ts";

/** What happens to one instruction. */
export const refundEvents = [
  "PROPOSE",
  "QUEUE",
  "SEND",
  "POSTPONE",
  "ACCEPT",
  "LOSE_ANSWER",
  "FIND_NEVER_RECEIVED",
  "SETTLE",
  "DECLINE_FOR_NOW",
  "DECLINE_FOR_GOOD",
  "RETRY",
  "PROPOSE_BY_HAND",
  "AGREE_BY_HAND",
  "REFUSE_BY_HAND",
  "PAY_BY_HAND",
  "CANCEL",
  "RETURN",
] as const;
export type RefundEvent = (typeof refundEvents)[number];

/** What an event does to the money of the sale. KEEP: what is held stays held, and what is not is not. */
export type MoneyMove = "HOLD" | "KEEP" | "SETTLE" | "RELEASE" | "TAKE_BACK";

export interface RefundTransition {
  readonly from: readonly RefundState[];
  readonly to: RefundState;
  readonly money: MoneyMove;
}

/**
 * The whole life of one instruction. Only QUEUED is ever sent, and whatever may have reached the provider comes back to
 * QUEUED in two ways alone: the provider said that it took nothing, or that it never got it.
 * A failure that can be tried again keeps its money held; one for good frees it.
 */
// biome-ignore format: a table is read by its columns
export const refundMachine: Readonly<Record<RefundEvent, RefundTransition>> = {
  PROPOSE:             { from: ["DRAFT"],                                to: "AWAITING_APPROVAL", money: "HOLD" },
  QUEUE:               { from: ["DRAFT", "AWAITING_APPROVAL"],           to: "QUEUED",            money: "HOLD" },
  SEND:                { from: ["QUEUED"],                               to: "SUBMITTED",         money: "KEEP" },
  POSTPONE:            { from: ["SUBMITTED"],                            to: "QUEUED",            money: "KEEP" },
  ACCEPT:              { from: ["SUBMITTED", "UNKNOWN"],                 to: "PROCESSING",        money: "KEEP" },
  LOSE_ANSWER:         { from: ["SUBMITTED"],                            to: "UNKNOWN",           money: "KEEP" },
  FIND_NEVER_RECEIVED: { from: ["SUBMITTED", "UNKNOWN"],                 to: "QUEUED",            money: "KEEP" },
  SETTLE:              { from: ["SUBMITTED", "UNKNOWN", "PROCESSING"],   to: "SETTLED",           money: "SETTLE" },
  DECLINE_FOR_NOW:     { from: ["SUBMITTED", "UNKNOWN", "PROCESSING"],   to: "FAILED",            money: "KEEP" },
  DECLINE_FOR_GOOD:    { from: ["SUBMITTED", "UNKNOWN", "PROCESSING"],   to: "FAILED",            money: "RELEASE" },
  RETRY:               { from: ["FAILED"],                               to: "QUEUED",            money: "HOLD" },
  PROPOSE_BY_HAND:     { from: ["FAILED"],                               to: "PAID_OUTSIDE",      money: "HOLD" },
  AGREE_BY_HAND:       { from: ["PAID_OUTSIDE"],                         to: "PAID_OUTSIDE",      money: "KEEP" },
  REFUSE_BY_HAND:      { from: ["PAID_OUTSIDE"],                         to: "FAILED",            money: "RELEASE" },
  PAY_BY_HAND:         { from: ["PAID_OUTSIDE"],                         to: "SETTLED",           money: "SETTLE" },
  CANCEL:              { from: ["DRAFT", "AWAITING_APPROVAL", "FAILED"], to: "CANCELLED",         money: "RELEASE" },
  RETURN:              { from: ["SETTLED"],                              to: "RETURNED",          money: "TAKE_BACK" },
};

/** Where the event leads from this state; null: it cannot happen there. */
export function nextRefundState(state: RefundState, event: RefundEvent): RefundState | null {
  const { from, to } = refundMachine[event];
  return from.includes(state) ? to : null;
}

/** The provider may be moving the money at this moment, or is about to be told to; or it was moved outside, as somebody says. */
export function isInFlight(state: RefundState): boolean {
  return (
    state === "PAID_OUTSIDE" ||
    state === "QUEUED" ||
    state === "SUBMITTED" ||
    state === "PROCESSING" ||
    state === "UNKNOWN"
  );
}
