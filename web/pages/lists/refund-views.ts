import type { RefundState } from "../../graphql/words.ts";

const moving: readonly RefundState[] = ["QUEUED", "SUBMITTED", "PROCESSING", "UNKNOWN"];

/** How refunds are looked at. Late: on their way, although the last day on which they usually arrive is over. */
export const refundViews = {
  all: { states: null, late: false },
  attention: { states: ["FAILED", "RETURNED"], late: false },
  approval: { states: ["AWAITING_APPROVAL", "PAID_OUTSIDE"], late: false },
  moving: { states: moving, late: false },
  late: { states: moving, late: true },
  settled: { states: ["SETTLED"], late: false },
} as const satisfies Record<string, { readonly states: readonly RefundState[] | null; readonly late: boolean }>;
export type RefundView = keyof typeof refundViews;

export const isRefundView = (word: string | null): word is RefundView =>
  word !== null && Object.hasOwn(refundViews, word);

/** The server's filter for a view. */
export function refundFilter(view: RefundView, today: string) {
  const { states, late } = refundViews[view];
  return { ...(states !== null && { states: [...states] }), ...(late && { expectedBefore: today }) };
}
