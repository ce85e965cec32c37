import { isCardNumber } from "../../kernel/card-number.ts";
import { maskCardNumbers } from "../../kernel/card-text.ts";
import { isCurrencyCode } from "../../kernel/currency.ts";
import { type Money, parseAmount, zero } from "../../kernel/money.ts";
import type { ColumnPlaces } from "./columns.ts";
import { readFileTime } from "./file-time.ts";
import type { RowFault, RowProblem } from "./import-problem.ts";

// Characters that no identifier, word or name of a payment has: PostgreSQL refuses the first kind, the second deceives a reader.
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const control = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
// Fewer digits than this are no card number and no security code, and most names have none.
const threeDigits = /(?:[0-9\uff10-\uff19][^0-9\uff10-\uff19]*){3}/;
const harmless = /^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const identifier = /^[A-Za-z0-9][A-Za-z0-9._:/#-]*$/;

/**
 * Reads the fields of one row by column and gathers every fault. What it gives for a faulty field is a stand-in: the row
 * is used only when `problems` is empty.
 */
export class RowReader<C extends string> {
  readonly problems: RowProblem[] = [];
  private readonly fields: readonly string[];
  private readonly places: ColumnPlaces<C>;

  constructor(fields: readonly string[], places: ColumnPlaces<C>) {
    this.fields = fields;
    this.places = places;
  }

  fault(column: C | null, fault: RowFault): void {
    this.problems.push({ column, ...fault });
  }

  /**
   * The field without blanks around it; empty where the file has no such column. The mark by which a report of bad rows makes
   * a formula harmless for spreadsheets is no part of it: the report is mended and dropped again.
   */
  text(column: C): string {
    const text = this.fields[this.places.at[column]]?.trim() ?? "";
    return harmless.test(text) ? text.slice(1).trim() : text;
  }

  /** A number or code that somebody else gave: no blanks, no card number. */
  identifier(column: C, max = 64): string | null {
    const text = this.text(column);
    if (text === "") return null;
    if (text.length > max) this.fault(column, { code: "TOO_LONG", max });
    else if (!identifier.test(text)) this.fault(column, this.strangeCharacter(text) ?? { code: "NOT_AN_IDENTIFIER" });
    else if (text.length > 12 && isCardNumber(text)) this.fault(column, { code: "CARD_NUMBER" });
    return text;
  }

  /** Words for people, composed and with card numbers masked. */
  name(column: C, max = 200): string | null {
    const text = this.text(column);
    if (text === "") return null;
    const strange = this.strangeCharacter(text);
    if (strange !== null) this.fault(column, strange);
    else if (text.length > max) this.fault(column, { code: "TOO_LONG", max });
    const composed = text.normalize("NFC");
    return threeDigits.test(composed) ? maskCardNumbers(composed) : composed;
  }

  digits(column: C, digits: number): string | null {
    const text = this.text(column);
    if (text === "") return null;
    if (text.length !== digits || !/^\d+$/.test(text)) this.fault(column, { code: "NOT_DIGITS", digits });
    return text;
  }

  /** One of the words that a table knows, whatever their case; `otherwise` where the field is empty. */
  word<T>(column: C, words: ReadonlyMap<string, T>): T | null {
    const text = this.text(column);
    if (text === "") return null;
    const found = words.get(text.toLowerCase().replace(/[\s-]+/g, "_"));
    if (found === undefined) this.fault(column, { code: "UNKNOWN_WORD", known: [...words.keys()].slice(0, 20) });
    return found ?? null;
  }

  time(column: C): Date | null {
    const text = this.text(column);
    if (text === "") return null;
    const at = readFileTime(text);
    if (at === null) this.fault(column, { code: "NOT_A_TIME" });
    return at;
  }

  /** A positive amount; its currency stands in a column of its own. */
  amount(column: C, currencyColumn: C): Money {
    const currency = this.required(currencyColumn, this.text(currencyColumn).toUpperCase() || null, "");
    if (!isCurrencyCode(currency)) {
      if (currency !== "") this.fault(currencyColumn, { code: "UNKNOWN_CURRENCY" });
      this.required(column, this.text(column) || null, "");
      return zero("CNY");
    }
    const text = this.required(column, this.text(column) || null, "");
    if (text === "") return zero(currency);
    const amount = parseAmount(text, currency);
    if (!amount.ok) {
      this.fault(column, amount.error);
      return zero(currency);
    }
    if (amount.value.minor === 0n) this.fault(column, { code: "AMOUNT_ZERO" });
    return amount.value;
  }

  /** What was read, or a fault where the field was empty. */
  required<T>(column: C, value: T | null, standIn: T): T {
    if (value === null && !this.problems.some((problem) => problem.column === column)) {
      this.fault(column, { code: "MISSING" });
    }
    return value ?? standIn;
  }

  private strangeCharacter(text: string): RowFault | null {
    // The decoder writes U+FFFD for every byte that is no UTF-8.
    if (text.includes("\ufffd")) return { code: "NOT_UTF8" };
    return control.test(text) ? { code: "CONTROL_CHARACTER" } : null;
  }
}
