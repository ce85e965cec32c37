/** The list that a case was opened from: its address, and the numbers in their order. */
export interface ListPlace {
  readonly address: string;
  readonly numbers: readonly string[];
}

const kept = { address: "redress.list-address", numbers: "redress.list-numbers" } as const;

/** Told by whichever list opens cases, so that the page of a case knows the way back. */
export function keepListAddress(address: string): void {
  sessionStorage.setItem(kept.address, address);
}

/** Kept by themselves: ten thousand of them are not written anew with each step that changes the address. */
export function keepListNumbers(numbers: readonly string[]): void {
  sessionStorage.setItem(kept.numbers, JSON.stringify(numbers));
}

export function readListPlace(): ListPlace {
  const numbers: unknown = JSON.parse(sessionStorage.getItem(kept.numbers) ?? "[]");
  return { address: sessionStorage.getItem(kept.address) ?? "/", numbers: isNumbers(numbers) ? numbers : [] };
}

function isNumbers(kept: unknown): kept is readonly string[] {
  return Array.isArray(kept) && kept.every((number) => typeof number === "string");
}
