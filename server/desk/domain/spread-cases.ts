/** A case that is to change hands, the most urgent first. */
export interface SpreadCase {
  readonly caseId: string;
}

/** Somebody who could take some, with what they have open now. */
export interface Taker {
  readonly staffId: string;
  readonly open: number;
}

/** Each case to whoever has least by then, so that everybody ends as even as it goes; nothing where nobody could take it. */
export function spreadCases(
  cases: readonly SpreadCase[],
  takers: readonly Taker[],
): readonly { readonly caseId: string; readonly staffId: string }[] {
  const loads = takers.map(({ staffId, open }) => ({ staffId, open }));
  return cases.flatMap(({ caseId }) => {
    const least = loads.reduce<(typeof loads)[number] | null>(
      (found, one) => (found === null || one.open < found.open ? one : found),
      null,
    );
    if (least === null) return [];
    least.open += 1;
    return [{ caseId, staffId: least.staffId }];
  });
}
