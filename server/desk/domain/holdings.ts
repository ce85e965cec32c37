/** Somebody had a case from one moment to another; null: nobody had it. */
export interface Holding {
  readonly staffId: string | null;
  readonly from: Date;
  readonly until: Date;
}

/** A case was given to somebody, or taken from everybody. */
export interface HandOver {
  readonly staffId: string | null;
  readonly at: Date;
}

/** Who had the case while a clock ran, one after the other; what was given before it started counts from its start. */
export function holdingsOf(handOvers: readonly HandOver[], from: Date, until: Date): readonly Holding[] {
  const holdings: Holding[] = [];
  let [holder, since]: [string | null, Date] = [null, from];
  for (const { staffId, at } of handOvers) {
    if (at >= until) break;
    if (at > since && staffId !== holder) {
      holdings.push({ staffId: holder, from: since, until: at });
      since = at;
    }
    holder = staffId;
  }
  return [...holdings, { staffId: holder, from: since, until }];
}
