import type { AmountProblem } from "../../kernel/money.ts";

/** What is wrong with one row, and in which column; null where it is the row as a whole. Kept as JSON beside the row. */
export type RowProblem = { readonly column: string | null } & RowFault;

/** Each carries what its text needs to say. A code without a text in both languages does not compile. */
export type RowFault =
  | { readonly code: "COLUMN_COUNT"; readonly found: number; readonly expected: number }
  | { readonly code: "QUOTE_NOT_CLOSED" }
  | { readonly code: "ROW_TOO_LARGE"; readonly maxBytes: number }
  | { readonly code: "MISSING" }
  | { readonly code: "TOO_LONG"; readonly max: number }
  | { readonly code: "CONTROL_CHARACTER" }
  | { readonly code: "NOT_UTF8" }
  | { readonly code: "CARD_NUMBER" }
  | { readonly code: "NOT_AN_IDENTIFIER" }
  | { readonly code: "NOT_DIGITS"; readonly digits: number }
  | { readonly code: "NOT_A_TIME" }
  | { readonly code: "UNKNOWN_CURRENCY" }
  | { readonly code: "UNKNOWN_WORD"; readonly known: readonly string[] }
  | { readonly code: "AMOUNT_ZERO" }
  | (Pick<AmountProblem, "code" | "currency" | "decimals"> & { readonly code: AmountProblem["code"] })
  | { readonly code: "NOT_CAPTURED"; readonly response: string }
  | { readonly code: "NOT_A_SALE"; readonly kind: string }
  | { readonly code: "DIFFERS"; readonly importedOn: string; readonly was: string }
  | { readonly code: "TRANSACTION_UNKNOWN"; readonly reference: string }
  | { readonly code: "DUE_BEFORE_OPENED" }
  | { readonly code: "CURRENCY_OF_SALE"; readonly expected: string }
  | { readonly code: "ABOVE_SALE"; readonly captured: string }
  | { readonly code: "CARD_OF_SALE" }
  | { readonly code: "STATUS_NOT_REACHABLE"; readonly from: string; readonly to: string }
  | { readonly code: "WITHDRAWN_HERE"; readonly caseNumber: string }
  | { readonly code: "CASE_BUSY" }
  | { readonly code: "SLIP_NUMBER" }
  | { readonly code: "CONTACT_MISSING" }
  | { readonly code: "NAME_TOO_LONG" }
  | { readonly code: "PHONE_INVALID" }
  | { readonly code: "EMAIL_INVALID" }
  | { readonly code: "PAYMENT_NOT_FOUND" }
  | { readonly code: "ALREADY_OPEN"; readonly number: string };
export type RowProblemCode = RowFault["code"];

/** Why a file as a whole was given up. Rows before the place where it broke are kept. */
export type FileProblem =
  | { readonly code: "EMPTY" }
  | { readonly code: "NOT_TEXT"; readonly looksLike: "EXCEL_OR_ZIP" | "PDF" | "PICTURE" | "UNKNOWN" }
  | { readonly code: "NOT_UTF8"; readonly looksLike: "UTF-16" | "GB18030"; readonly line: number | null }
  | { readonly code: "COLUMNS_MISSING"; readonly missing: readonly string[]; readonly found: readonly string[] }
  | { readonly code: "COLUMNS_TWICE"; readonly columns: readonly string[] }
  | { readonly code: "TOO_LARGE"; readonly maxBytes: number }
  | { readonly code: "TOO_BROKEN"; readonly line: number }
  | { readonly code: "UPLOAD_BROKE_OFF" }
  | { readonly code: "STOPPED" }
  | { readonly code: "OUR_FAULT"; readonly reference: string };
export type FileProblemCode = FileProblem["code"];
