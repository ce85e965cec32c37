import type { CardNetwork } from "./words.ts";

/** How files write the networks, in lower case with one underscore between words. */
export const networkWords: ReadonlyMap<string, CardNetwork> = new Map<string, CardNetwork>([
  ["visa", "VISA"],
  ["visa_electron", "VISA"],
  ["mastercard", "MASTERCARD"],
  ["master_card", "MASTERCARD"],
  ["mc", "MASTERCARD"],
  ["maestro", "MASTERCARD"],
  ["amex", "AMEX"],
  ["american_express", "AMEX"],
  ["discover", "DISCOVER"],
  ["unionpay", "UNIONPAY"],
  ["union_pay", "UNIONPAY"],
  ["china_unionpay", "UNIONPAY"],
  ["cup", "UNIONPAY"],
  ["银联", "UNIONPAY"],
  ["中国银联", "UNIONPAY"],
  ["diners", "OTHER"],
  ["diners_club", "OTHER"],
  ["jcb", "OTHER"],
  ["other", "OTHER"],
]);
