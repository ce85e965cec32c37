import type { Money } from "../../kernel/money.ts";
import type { SlipGap } from "../../transactions/domain/slip.ts";
import type { ContactProblem } from "./contact.ts";

/** Every reason for which a request is not taken. Nothing of a payment is told by any of them that the slip does not show. */
export type RequestProblem =
  | { readonly code: `SLIP_${SlipGap}` }
  | { readonly code: ContactProblem }
  | { readonly code: "AMOUNT_NOT_POSITIVE" }
  | { readonly code: "AMOUNT_TOO_LARGE" }
  | { readonly code: "CURRENCY_DIFFERS"; readonly expected: string }
  | { readonly code: "ABOVE_PAID"; readonly paid: Money }
  | { readonly code: "MERCHANT_SUSPENDED" | "MERCHANT_CLOSED" }
  /** Whether the merchant's number was given: who gave it is not asked for it again. */
  | { readonly code: "MERCHANT_UNKNOWN"; readonly isGiven: boolean }
  /** The number only where whoever asks gave the contact of that request. */
  | { readonly code: "ALREADY_OPEN"; readonly number: string | null }
  | { readonly code: "TRANSACTION_UNKNOWN" }
  | { readonly code: "TOO_MANY_TRIES" }
  /** The puzzle comes with the refusal. */
  | { readonly code: "PUZZLE_NEEDED" };

export type RequestProblemCode = RequestProblem["code"];

/** The record makes the compiler miss a code that is not here. */
const everyCode: Readonly<Record<RequestProblemCode, true>> = {
  SLIP_NUMBER: true,
  SLIP_LAST_FOUR: true,
  SLIP_PAID: true,
  NAME_MISSING: true,
  NAME_TOO_LONG: true,
  CONTACT_MISSING: true,
  PHONE_INVALID: true,
  EMAIL_INVALID: true,
  AMOUNT_NOT_POSITIVE: true,
  AMOUNT_TOO_LARGE: true,
  CURRENCY_DIFFERS: true,
  ABOVE_PAID: true,
  MERCHANT_UNKNOWN: true,
  MERCHANT_SUSPENDED: true,
  MERCHANT_CLOSED: true,
  ALREADY_OPEN: true,
  TRANSACTION_UNKNOWN: true,
  TOO_MANY_TRIES: true,
  PUZZLE_NEEDED: true,
};
export const requestProblemCodes = Object.keys(everyCode) as RequestProblemCode[];
