/** What must be known before money moves. */
export const checkKinds = [
  "TRANSACTION_FOUND",
  "AMOUNT_REFUNDABLE",
  "WITHIN_WINDOW",
  "PROOF_PRESENT",
  "IDENTITY_CONFIRMED",
  "GOODS_STATE",
] as const;
export type CheckKind = (typeof checkKinds)[number];

export const checkOutcomes = ["PENDING", "PASSED", "FAILED", "WAIVED", "NOT_NEEDED"] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** Only these let a refund go on. */
export function isSatisfied(outcome: CheckOutcome): boolean {
  return outcome === "PASSED" || outcome === "WAIVED" || outcome === "NOT_NEEDED";
}
