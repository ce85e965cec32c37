import type { RefusedReason } from "./request-operations.ts";
import type { Screen } from "./screens.ts";

/** On which screen a reason against a request can be put right; null where none of them can. */
export const refusedScreen: Readonly<Record<RefusedReason["code"], Screen | null>> = {
  SLIP_NUMBER: "slip",
  SLIP_LAST_FOUR: "slip",
  SLIP_PAID: "slip",
  MERCHANT_UNKNOWN: "slip",
  MERCHANT_SUSPENDED: null,
  MERCHANT_CLOSED: "slip",
  TRANSACTION_UNKNOWN: "slip",
  AMOUNT_NOT_POSITIVE: "details",
  AMOUNT_TOO_LARGE: "details",
  CURRENCY_DIFFERS: "details",
  ABOVE_PAID: "details",
  NAME_MISSING: "contact",
  NAME_TOO_LONG: "contact",
  CONTACT_MISSING: "contact",
  PHONE_INVALID: "contact",
  EMAIL_INVALID: "contact",
  ALREADY_OPEN: null,
  TOO_MANY_TRIES: null,
  PUZZLE_NEEDED: null,
};
