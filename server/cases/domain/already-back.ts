import type { CaseFacts } from "./case-facts.ts";

/**
 * What has gone back over a payment or is held for it, by whichever case, beside the instruction in hand: limits count it
 * with what is asked for. What the bank took is nobody's decision here.
 */
export function alreadyBack(sale: CaseFacts["sale"], refund: CaseFacts["refund"]): bigint {
  return sale === null ? 0n : sale.refundedMinor + sale.inFlightMinor - (refund?.heldMinor ?? 0n);
}
