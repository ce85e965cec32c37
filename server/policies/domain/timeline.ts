import { isWithdrawn, type VersionSpan } from "./version-life.ts";

/** One version of a policy among the others, by which it is known when each decides. */
export interface PlacedVersion extends VersionSpan {
  readonly id: string;
  /** It took over from another, rather than where nothing decided. */
  readonly displaces: boolean;
}

/** Where a version would stand: which one it ends, and until when it decides. */
export interface Placing {
  readonly ends: PlacedVersion | null;
  readonly effectiveUntil: Date | null;
}

/** Those that decide, have decided or will. */
export function standingVersions<V extends VersionSpan>(versions: readonly V[]): readonly V[] {
  return versions.filter((version) => !isWithdrawn(version));
}

/**
 * Where a version that begins at that time finds its place: the one that would decide then ends, and it goes on for as long as
 * that one would have. Null where another begins at that very time.
 */
export function placeVersion(versions: readonly PlacedVersion[], effectiveFrom: Date): Placing | null {
  const others = standingVersions(versions);
  if (others.some((other) => isAt(other.effectiveFrom, effectiveFrom))) return null;
  const before = others.find(
    (other) =>
      other.effectiveFrom < effectiveFrom && (other.effectiveUntil === null || other.effectiveUntil > effectiveFrom),
  );
  // An end that was set for the policy stays.
  if (before !== undefined) return { ends: before, effectiveUntil: before.effectiveUntil };
  const [next] = others
    .map((other) => other.effectiveFrom)
    .filter((at) => at > effectiveFrom)
    .sort((left, right) => left.getTime() - right.getTime());
  return { ends: null, effectiveUntil: next ?? null };
}

/** The version that goes on in the place of one that is withdrawn; null where that one began where nothing decided. */
export function displacedBy(
  { effectiveFrom, displaces }: PlacedVersion,
  others: readonly PlacedVersion[],
): PlacedVersion | null {
  if (!displaces) return null;
  return standingVersions(others).find(({ effectiveUntil }) => isAt(effectiveUntil, effectiveFrom)) ?? null;
}

function isAt(left: Date | null, right: Date): boolean {
  return left?.getTime() === right.getTime();
}
