import { exponentOf } from "./currency-exponent.ts";

/** An exact amount as it comes over the wire: minor units as decimal text. */
export interface Amount {
  readonly minor: string;
  readonly currency: string;
}

/** The digits alone: grouped by three, every decimal of the currency, a real minus. Never by way of a float. */
export function digitsOf({ minor, currency }: Amount): string {
  const exponent = exponentOf(currency);
  const value = BigInt(minor);
  const plain = (value < 0n ? -value : value).toString().padStart(exponent + 1, "0");
  const whole = (exponent === 0 ? plain : plain.slice(0, -exponent)).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return `${value < 0n ? "−" : ""}${whole}${exponent === 0 ? "" : `.${plain.slice(-exponent)}`}`;
}

/** For the inside of a sentence; no line breaks between the code and its digits. */
export function amountText(amount: Amount): string {
  return `${amount.currency}\u00a0${digitsOf(amount)}`;
}

export function minus(left: Amount, right: Amount): Amount {
  return { minor: String(BigInt(left.minor) - BigInt(right.minor)), currency: left.currency };
}

export function plus(left: Amount, right: Amount): Amount {
  return { minor: String(BigInt(left.minor) + BigInt(right.minor)), currency: left.currency };
}

/** What somebody typed, e.g. "1,299.5"; null where it is no amount of this currency. Whether it may go back is the server's to say. */
export function readAmount(typed: string, currency: string): Amount | null {
  const exponent = exponentOf(currency);
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s\u00a0]/g, "")
    .replace(/,(?=\d{3}(?:\D|$))/g, "");
  const [, whole, fraction = ""] = /^(\d{1,15})(?:\.(\d*))?$/.exec(plain) ?? [];
  if (whole === undefined || fraction.length > exponent) return null;
  return { minor: String(BigInt(whole + fraction.padEnd(exponent, "0"))), currency };
}

/** The amount as a field shows it: no grouping, so that it reads back. */
export function typedAmount(amount: Amount): string {
  return digitsOf(amount).replaceAll(",", "");
}

/** An amount as somebody would type it in this currency: yen have no decimals. */
export function exampleAmount(currency: string): string {
  return typedAmount({ minor: `1299${"0".repeat(exponentOf(currency))}`, currency });
}
