/** The list that a case was opened from: its address, and the numbers in their order. */
export interface ListPlace {
  readonly address: string;
  readonly numbers: readonly string[];
  /** How many the whole list has; null where nobody has counted them. */
  readonly total: number | null;
}

const kept = { address: "redress.list-address", numbers: "redress.list-numbers", total: "redress.list-total" } as const;

/** Told by whichever list opens cases, so that the page of a case knows the way back. */
export function keepListAddress(address: string): void {
  sessionStorage.setItem(kept.address, address);
}

/** Kept by themselves: ten thousand of them are not written anew with each step that changes the address. */
export function keepListNumbers(numbers: readonly string[]): void {
  sessionStorage.setItem(kept.numbers, JSON.stringify(numbers));
}

/** Of the whole list, of which the numbers may be the beginning. */
export function keepListTotal(total: number | null): void {
  if (total === null) sessionStorage.removeItem(kept.total);
  else sessionStorage.setItem(kept.total, String(total));
}

export function readListPlace(): ListPlace {
  const numbers: unknown = JSON.parse(sessionStorage.getItem(kept.numbers) ?? "[]");
  const total = sessionStorage.getItem(kept.total);
  return {
    address: sessionStorage.getItem(kept.address) ?? "/",
    numbers: isNumbers(numbers) ? numbers : [],
    total: total === null ? null : Number(total),
  };
}

function isNumbers(kept: unknown): kept is readonly string[] {
  return Array.isArray(kept) && kept.every((number) => typeof number === "string");
}
