import { keep, kept } from "./browser-store.ts";

/** The list that a case was opened from: its address, and the numbers in their order. */
export interface ListPlace {
  readonly address: string;
  readonly numbers: readonly string[];
  /** How many the whole list has; null where nobody has counted them. */
  readonly total: number | null;
}

const places = {
  address: "redress.list-address",
  numbers: "redress.list-numbers",
  total: "redress.list-total",
} as const;

/** Told by whichever list opens cases, so that the page of a case knows the way back. */
export function keepListAddress(address: string): void {
  keep("sessionStorage", places.address, address);
}

/** Kept by themselves: ten thousand of them are not written anew with each step that changes the address. */
export function keepListNumbers(numbers: readonly string[]): void {
  keep("sessionStorage", places.numbers, JSON.stringify(numbers));
}

/** Of the whole list, of which the numbers may be the beginning. */
export function keepListTotal(total: number | null): void {
  keep("sessionStorage", places.total, total === null ? null : String(total));
}

export function readListPlace(): ListPlace {
  const numbers: unknown = JSON.parse(kept("sessionStorage", places.numbers) ?? "[]");
  const total = kept("sessionStorage", places.total);
  return {
    address: kept("sessionStorage", places.address) ?? "/",
    numbers: isNumbers(numbers) ? numbers : [],
    total: total === null ? null : Number(total),
  };
}

function isNumbers(read: unknown): read is readonly string[] {
  return Array.isArray(read) && read.every((number) => typeof number === "string");
}
