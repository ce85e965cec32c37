/** The list that a case was opened from: its address, and the numbers in their order. */
export interface ListPlace {
  readonly address: string;
  readonly numbers: readonly string[];
}

const place = "redress.list-place";

/** Told by whichever list opens cases, so that the page of a case knows what comes next. */
export function keepListPlace(kept: ListPlace): void {
  sessionStorage.setItem(place, JSON.stringify(kept));
}

export function readListPlace(): ListPlace {
  const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? "null");
  return isListPlace(kept) ? kept : { address: "/", numbers: [] };
}

function isListPlace(kept: unknown): kept is ListPlace {
  return (
    typeof kept === "object" &&
    kept !== null &&
    "address" in kept &&
    typeof kept.address === "string" &&
    "numbers" in kept &&
    Array.isArray(kept.numbers) &&
    kept.numbers.every((number) => typeof number === "string")
  );
}
