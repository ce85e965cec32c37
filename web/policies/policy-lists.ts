/** The words that a row of the table or a test case chooses from. */
export const reasons = [
  "DUPLICATE_CHARGE",
  "WRONG_AMOUNT",
  "GOODS_NOT_RECEIVED",
  "NOT_AS_DESCRIBED",
  "RETURNED_NOT_REFUNDED",
  "CANCELLED",
  "NOT_RECOGNISED",
  "PAID_BY_OTHER_MEANS",
  "DEPOSIT_NOT_RELEASED",
  "OTHER",
] as const;
export const answers = ["NOT_ASKED", "WAITING", "CONFIRMED", "CONTESTED", "SILENT"] as const;
export const networks = ["UNIONPAY", "VISA", "MASTERCARD", "AMEX", "DISCOVER", "OTHER", "UNKNOWN"] as const;
export const channels = ["WEB", "PHONE", "COUNTER", "FILE"] as const;
export const outcomes = ["APPROVE_AT_ONCE", "APPROVE", "DECLINE", "REVIEW"] as const;
