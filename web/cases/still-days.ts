interface ProofDay {
  readonly day: string;
  readonly why: string | null;
  readonly name: string | null;
}

/** Days in a row on which clocks stood still for a holiday. */
export interface StillDays {
  readonly first: string;
  readonly last: string;
  readonly name: string;
}

/** The holidays that the clocks of a case passed over, each stretch once; a weekend inside or beside one belongs to it. */
export function stillDays(proofs: readonly { readonly days: readonly ProofDay[] }[]): readonly StillDays[] {
  const found = new Map<string, StillDays>();
  for (const { days } of proofs) {
    for (const { day, why, name } of days) {
      if (why === "HOLIDAY") found.set(day, { first: day, last: day, name: name ?? "" });
    }
  }
  const stretches: StillDays[] = [];
  for (const one of [...found.values()].sort((left, right) => (left.first < right.first ? -1 : 1))) {
    const before = stretches.at(-1);
    if (before !== undefined && before.name === one.name && isNextTo(before.last, one.first))
      stretches[stretches.length - 1] = { ...before, last: one.last };
    else stretches.push(one);
  }
  return stretches;
}

/** Within a long weekend of each other. */
function isNextTo(last: string, next: string): boolean {
  return Date.parse(next) - Date.parse(last) <= 3 * 86_400_000;
}
