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
export const currencies = [
  "CNY",
  "HKD",
  "MOP",
  "TWD",
  "USD",
  "EUR",
  "GBP",
  "JPY",
  "KRW",
  "SGD",
  "AUD",
  "CAD",
  "THB",
] as const;
export const proofKinds = [
  "RECEIPT",
  "CARD_SLIP",
  "INVOICE",
  "STATEMENT",
  "CHAT",
  "DELIVERY_PROOF",
  "PAYMENT_PROOF",
  "PHOTO",
  "OTHER",
] as const;
export const outcomes = ["APPROVE_AT_ONCE", "APPROVE", "DECLINE", "REVIEW"] as const;
