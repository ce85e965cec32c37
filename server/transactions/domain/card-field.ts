import { isCardNumber, resemblesCardNumber } from "../../kernel/card-number.ts";

export interface CardDigits {
  readonly first6: string | null;
  readonly last4: string;
}

/**
 * Reads what a file says of the card: its last four, a masked number, or the whole number, of which at most the first six
 * and last four go any further. Null for anything else.
 */
export function readCardField(text: string): CardDigits | null {
  if (/^\d{4}$/.test(text)) return { first6: null, last4: text };
  const plain = text.replace(/[\s-]/g, "");
  const [, first6 = null, last4] = /^(\d{6})?\d{0,2}[*xX•.#]{1,15}(\d{4})$/.exec(plain) ?? [];
  if (last4 !== undefined) return { first6, last4 };
  if (isCardNumber(plain) || resemblesCardNumber(plain)) return { first6: plain.slice(0, 6), last4: plain.slice(-4) };
  return null;
}
