/** The life of one instruction to give money back. UNKNOWN: sent, answer lost; it is asked about, never blindly sent again.
 * PAID_OUTSIDE: somebody says that it was paid in another way, and another person has to confirm it. */
export const refundStates = [
  "DRAFT",
  "AWAITING_APPROVAL",
  "QUEUED",
  "SUBMITTED",
  "PROCESSING",
  "SETTLED",
  "UNKNOWN",
  "PAID_OUTSIDE",
  "FAILED",
  "RETURNED",
  "CANCELLED",
] as const;
export type RefundState = (typeof refundStates)[number];

export const refundKinds = ["VOID", "PREAUTH_RELEASE", "PREAUTH_COMPLETION_REFUND", "SALE_REFUND"] as const;
export type RefundKind = (typeof refundKinds)[number];

export const refundModes = ["FULL", "PARTIAL", "MANUAL"] as const;
export type RefundMode = (typeof refundModes)[number];

/** What the provider was asked to do. */
export const attemptOperations = ["SUBMIT", "QUERY"] as const;
export type AttemptOperation = (typeof attemptOperations)[number];

/** What came of one exchange with the provider. */
export const attemptAnswers = [
  "SENT",
  "ACCEPTED",
  "PROCESSING",
  "SETTLED",
  "DECLINED",
  "NOT_TAKEN",
  "NEVER_RECEIVED",
  "NO_ANSWER",
] as const;
export type AttemptAnswer = (typeof attemptAnswers)[number];
