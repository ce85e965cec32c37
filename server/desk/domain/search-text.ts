import { isCardNumber } from "../../kernel/card-number.ts";
import { termsOf } from "./name-terms.ts";

/** What a typed text can be, in the order in which hits are shown: what names one thing before what many share. */
export const searchMatches = [
  "CASE_NUMBER",
  "VOUCHER_NUMBER",
  "RETRIEVAL_REFERENCE",
  "ACQUIRER_REFERENCE",
  "EMAIL",
  "PHONE",
  "CARD_LAST_FOUR",
  "NAME",
  "MERCHANT",
] as const;
export type SearchMatch = (typeof searchMatches)[number];

/** Everything that a typed text may mean. Null and empty: it cannot mean that. */
export interface SearchText {
  readonly caseNumbers: readonly string[];
  /** A voucher, RRN or acquirer's number as it stands on a slip. */
  readonly reference: string | null;
  readonly cardLast4: string | null;
  /** The last digits of a telephone. */
  readonly phoneEnd: string | null;
  readonly email: string | null;
  readonly nameTerms: readonly string[];
}

const LONGEST = 100;

/** Reads what was typed; `yy` are the years, in two digits, in which a case that is called by its serial alone may have been opened. */
export function readSearchText(typed: string, yy: readonly string[]): SearchText {
  const text = typed.normalize("NFKC").trim().slice(0, LONGEST);
  const compact = text.replace(/[\s().-]+/g, "");
  const digits = /^\+?\d+$/.test(compact) ? compact.replace(/^(?:\+|00)?86(?=1\d{10}$)|^\+/, "") : null;
  // Whoever pastes a whole card number means the card; it goes no further than its last four digits.
  const isCard = digits !== null && isCardNumber(digits);
  return {
    caseNumbers: readCaseNumbers(text, yy),
    reference: !isCard && /^[A-Za-z0-9][A-Za-z0-9._-]{3,63}$/.test(text) ? text : null,
    cardLast4: isCard || /^\d{4}$/.test(text) ? (digits ?? text).slice(-4) : null,
    phoneEnd: !isCard && digits !== null && digits.length >= 4 && digits.length <= 15 ? digits : null,
    email: /^[^\s@]+@[^\s@]+$/.test(text) ? text.toLowerCase() : null,
    nameTerms: digits === null && !text.includes("@") ? termsOf(text) : [],
  };
}

/** "rd26004812", "RD-26-4812", "26-4812" and "4812" all call RD-26-004812. */
function readCaseNumbers(text: string, yy: readonly string[]): readonly string[] {
  const whole = /^(?:rd)?[\s-]*(\d{2})[\s-]*(\d{6})$|^(?:rd[\s-]*)?(\d{2})[\s-]+(\d{1,7})$/i.exec(text);
  if (whole !== null) return [called(whole[1] ?? whole[3] ?? "", whole[2] ?? whole[4] ?? "")];
  const serial = /^(?:rd[\s-]*)?(\d{3,7})$/i.exec(text)?.[1];
  return serial === undefined ? [] : yy.map((year) => called(year, serial));
}

const called = (year: string, serial: string) => `RD-${year}-${serial.padStart(6, "0")}`;
