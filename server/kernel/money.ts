import { type CurrencyCode, exponentOf } from "./currency.ts";
import { done, type Result, refused } from "./result.ts";

export type { CurrencyCode };

/** An exact amount, in the currency's smallest unit. */
export interface Money {
  readonly minor: bigint;
  readonly currency: CurrencyCode;
}

/** Ten trillion yuan: beyond any payment, and still exact in a bigint column. */
export const largestMinor = 10n ** 15n;

export function money(minor: bigint, currency: CurrencyCode): Money {
  exponentOf(currency);
  return { minor, currency };
}

export function zero(currency: CurrencyCode): Money {
  return money(0n, currency);
}

function sameCurrency(left: Money, right: Money): CurrencyCode {
  if (left.currency !== right.currency) throw new Error(`${left.currency} and ${right.currency} do not mix`);
  return left.currency;
}

export function add(left: Money, right: Money): Money {
  return { minor: left.minor + right.minor, currency: sameCurrency(left, right) };
}

export function subtract(left: Money, right: Money): Money {
  return { minor: left.minor - right.minor, currency: sameCurrency(left, right) };
}

/** Below zero, zero or above zero, as sorting wants it. */
export function compare(left: Money, right: Money): -1 | 0 | 1 {
  sameCurrency(left, right);
  if (left.minor === right.minor) return 0;
  return left.minor < right.minor ? -1 : 1;
}

export const amountProblems = [
  "AMOUNT_EMPTY",
  "AMOUNT_NEGATIVE",
  "AMOUNT_GROUPED",
  "AMOUNT_NOT_A_NUMBER",
  "AMOUNT_TOO_FINE",
  "AMOUNT_TOO_LARGE",
] as const;

/** `decimals` is what the currency allows, so that the message can say it. */
export interface AmountProblem {
  readonly code: (typeof amountProblems)[number];
  readonly currency: CurrencyCode;
  readonly decimals: number;
}

/**
 * Reads a plain decimal such as "1551.99" or "3920.0". Grouping is refused rather than guessed:
 * "1,299" is thirteen hundred to one reader and one and a bit to another.
 */
export function parseAmount(text: string, currency: CurrencyCode): Result<Money, AmountProblem> {
  const decimals = exponentOf(currency);
  const problem = (code: AmountProblem["code"]) => refused({ code, currency, decimals });
  // NFKC turns the full-width digits and stops of a Chinese keyboard into plain ones.
  const plain = text.normalize("NFKC").trim();

  if (plain === "") return problem("AMOUNT_EMPTY");
  if (/^[-\u2212]\s*[\d.]/u.test(plain)) return problem("AMOUNT_NEGATIVE");
  if (/^\d[\d.]*(?:[,'\u2019\u3001_\s][\d.]+)+$/u.test(plain)) return problem("AMOUNT_GROUPED");

  const [, whole, fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(plain) ?? [];
  if (whole === undefined) return problem("AMOUNT_NOT_A_NUMBER");

  const significant = fraction.replace(/0+$/, "");
  if (significant.length > decimals) return problem("AMOUNT_TOO_FINE");
  // Checked by length first, so that a megabyte of digits is never turned into a number.
  const digits = (whole + significant.padEnd(decimals, "0")).replace(/^0+(?=\d)/, "");
  if (digits.length > 16 || BigInt(digits) > largestMinor) return problem("AMOUNT_TOO_LARGE");
  return done({ minor: BigInt(digits), currency });
}

/** The amount alone, with a point and every decimal of its currency: what `parseAmount` reads back. */
export function toDecimal({ minor, currency }: Money): string {
  const exponent = exponentOf(currency);
  const digits = (minor < 0n ? -minor : minor).toString().padStart(exponent + 1, "0");
  const sign = minor < 0n ? "-" : "";
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
}

export type AmountLocale = "zh-CN" | "en";

const grouping: Readonly<Record<AmountLocale, string>> = { "zh-CN": ",", en: "," };

/** "CNY 1,299.00", "CNY −1,299.00": the ISO code always, every decimal, never by way of a float. */
export function formatMoney(amount: Money, locale: AmountLocale): string {
  const [whole = "", fraction] = toDecimal(amount).replace("-", "").split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, grouping[locale]);
  const sign = amount.minor < 0n ? "\u2212" : "";
  return `${amount.currency} ${sign}${grouped}${fraction === undefined ? "" : `.${fraction}`}`;
}
