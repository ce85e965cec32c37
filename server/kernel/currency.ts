import { data } from "currency-codes";

/** Three capital letters of ISO 4217; `isCurrencyCode` says whether one is in the table. */
export type CurrencyCode = string;

// Metals, bond units and test codes stand in the ISO table too, but nobody is paid back in them.
const notMoney = new Set(["XAG", "XAU", "XBA", "XBB", "XBC", "XBD", "XDR", "XPD", "XPT", "XSU", "XTS", "XUA", "XXX"]);

const exponents: ReadonlyMap<CurrencyCode, number> = new Map(
  data.filter(({ code }) => !notMoney.has(code)).map(({ code, digits }) => [code, digits]),
);

export function isCurrencyCode(code: string): boolean {
  return exponents.has(code);
}

/** All currencies of so many decimals. */
export function currenciesOf(decimals: number): readonly CurrencyCode[] {
  return [...exponents].flatMap(([code, exponent]) => (exponent === decimals ? [code] : []));
}

/** How many decimals the currency has: 0 for JPY, 2 for CNY, 3 for KWD. */
export function exponentOf(currency: CurrencyCode): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new Error(`"${currency}" is not an ISO 4217 currency`);
  return exponent;
}
