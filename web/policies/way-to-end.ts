/** As far ahead as the server begins, ends or takes back a version at the soonest. */
export const LEAST_LEAD_MS = 60_000;

interface StandingVersion {
  readonly state: "SCHEDULED" | "IN_FORCE" | "RETIRED" | "WITHDRAWN";
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
}

/** What the server would let be done with it now: taken back while it is far enough ahead, ended while it decides and nothing else ends it. */
export function wayToEnd(
  { state, effectiveFrom, effectiveUntil }: StandingVersion,
  { isForEveryone, newerToCome }: { readonly isForEveryone: boolean; readonly newerToCome: boolean },
  now: number,
): "WITHDRAW" | "END" | null {
  const isAhead = (moment: string) => Date.parse(moment) - now >= LEAST_LEAD_MS;
  if (state === "SCHEDULED") return isAhead(effectiveFrom) ? "WITHDRAW" : null;
  // What the policy for all merchants says holds where no other does, so it has no end.
  if (state !== "IN_FORCE" || isForEveryone || newerToCome) return null;
  return effectiveUntil === null || isAhead(effectiveUntil) ? "END" : null;
}

/** Whether what was told of it is what stood before it began, or before it ended. */
export function isBehind({ state, effectiveFrom, effectiveUntil }: StandingVersion, now: number): boolean {
  if (state === "SCHEDULED") return Date.parse(effectiveFrom) <= now;
  return state === "IN_FORCE" && effectiveUntil !== null && Date.parse(effectiveUntil) <= now;
}
