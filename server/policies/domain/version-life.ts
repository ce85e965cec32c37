import type { Actor } from "../../staff/domain/actor.ts";
import type { PolicyScope } from "./choose-policy.ts";
import type { DraftRefusal } from "./draft-life.ts";

/** From when a published version decides, and until when. */
export interface VersionSpan {
  readonly effectiveFrom: Date;
  readonly effectiveUntil: Date | null;
}

/** All that the rules know of one published version. */
export interface VersionFacts extends VersionSpan {
  readonly scope: PolicyScope;
  /** Another version begins later, and has not been withdrawn. */
  readonly newerToCome: boolean;
}

export const versionStates = ["SCHEDULED", "IN_FORCE", "RETIRED", "WITHDRAWN"] as const;
export type VersionState = (typeof versionStates)[number];

/** A version that ends where it begins never decides anything. */
export function isWithdrawn({ effectiveFrom, effectiveUntil }: VersionSpan): boolean {
  return effectiveUntil !== null && effectiveUntil.getTime() === effectiveFrom.getTime();
}

export function versionStateOn(span: VersionSpan, now: Date): VersionState {
  if (isWithdrawn(span)) return "WITHDRAWN";
  if (span.effectiveFrom > now) return "SCHEDULED";
  return span.effectiveUntil !== null && span.effectiveUntil <= now ? "RETIRED" : "IN_FORCE";
}

/**
 * What is written now is seen once it is committed. Until then cases are decided by what stood before, so no beginning and no
 * end of a version lies closer than this, and none is taken back.
 */
const leastLead = 60_000;

/** The soonest moment from which a version can decide, or decide no more. */
export function soonestChange(now: Date): Date {
  return new Date(now.getTime() + leastLead);
}

/** Every reason against withdrawing it: only what has not begun can go as if it had never been. */
export function withdrawRefusals(version: VersionFacts, actor: Actor, now: Date): readonly DraftRefusal[] {
  if (isWithdrawn(version)) return [{ code: "WITHDRAWN_BEFORE" }];
  return [...mayNot(actor), ...(version.effectiveFrom < soonestChange(now) ? [{ code: "HAS_BEGUN" } as const] : [])];
}

/** Every reason against ending its policy at that instant, so that the next wider one decides. */
export function endRefusals(version: VersionFacts, actor: Actor, at: Date, now: Date): readonly DraftRefusal[] {
  const { scope, newerToCome, effectiveUntil } = version;
  const state = versionStateOn(version, now);
  return [
    ...mayNot(actor),
    ...(scope === "EVERYONE" ? [{ code: "EVERYONE_NEEDS_ONE" } as const] : []),
    ...(state === "IN_FORCE" ? [] : [{ code: "NOT_IN_FORCE" } as const]),
    ...(newerToCome ? [{ code: "NEWER_TO_COME" } as const] : []),
    ...(state === "IN_FORCE" && !newerToCome && effectiveUntil !== null && effectiveUntil <= at
      ? [{ code: "ENDS_SOONER" } as const]
      : []),
    ...(at < soonestChange(now) || at <= version.effectiveFrom ? [{ code: "ENDS_IN_THE_PAST" } as const] : []),
  ];
}

function mayNot({ permissions }: Actor): readonly DraftRefusal[] {
  return permissions.has("policy.publish") ? [] : [{ code: "NOT_PERMITTED", needs: "policy.publish" }];
}
