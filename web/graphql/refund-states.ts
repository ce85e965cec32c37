import type { RefundState } from "./words.ts";

const refundStates: Readonly<Record<RefundState, true>> = {
  ...{ DRAFT: true, AWAITING_APPROVAL: true, QUEUED: true, SUBMITTED: true, PROCESSING: true, SETTLED: true },
  ...{ UNKNOWN: true, PAID_OUTSIDE: true, FAILED: true, RETURNED: true, CANCELLED: true },
};

export const isRefundState = (word: string | null): word is RefundState =>
  word !== null && Object.hasOwn(refundStates, word);
