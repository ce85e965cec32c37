import { ofTheDesk } from "./of-the-desk.ts";
import type { Permission } from "./permissions.ts";

/** The rights that somebody who is away can hand to a colleague: to agree to what others propose, and nothing else. */
export const delegableRights = ["approval.first", "approval.second"] as const satisfies readonly Permission[];

/** A colleague who is away, as whoever stands in for them sees it. The rights are those of their own role: nothing is passed on twice. */
export interface StandIn {
  readonly staffId: string;
  readonly name: string;
  readonly rights: ReadonlySet<Permission>;
}

/** What of a role's permissions somebody in it can hand on. */
export function rightsToLend(held: ReadonlySet<Permission>): ReadonlySet<Permission> {
  return new Set(delegableRights.filter((right) => held.has(right)));
}

export type DelegationRefusal =
  | { readonly code: "TO_YOURSELF" }
  | { readonly code: "NOTHING_TO_HAND_ON" }
  | { readonly code: "CANNOT_STAND_IN" }
  | { readonly code: "NOT_FOUND_ON_STAFF" }
  | { readonly code: "ENDS_BEFORE_IT_STARTS" }
  | { readonly code: "ALREADY_OVER" }
  | { readonly code: "TOO_LONG"; readonly mostDays: number }
  | { readonly code: "OVERLAPS"; readonly until: Date };

export interface ProposedDelegation {
  readonly from: { readonly id: string; readonly permissions: ReadonlySet<Permission> };
  /** Null: there is nobody of that id, or they have left. */
  readonly to: { readonly id: string; readonly permissions: ReadonlySet<Permission> } | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly now: Date;
  /** Delegations of the same person that are in force or ahead. */
  readonly others: readonly { readonly startsAt: Date; readonly endsAt: Date }[];
}

/** Longer than this is no absence but a change of duties, which is the administrator's to make. */
export const mostDelegatedDays = 92;
const day = 86_400_000;

/** Every reason against a delegation. */
export function reasonsAgainstDelegation(asked: ProposedDelegation): readonly DelegationRefusal[] {
  const { from, to, startsAt, endsAt, now, others } = asked;
  const reasons: DelegationRefusal[] = [];
  if (rightsToLend(from.permissions).size === 0) reasons.push({ code: "NOTHING_TO_HAND_ON" });
  if (to === null) reasons.push({ code: "NOT_FOUND_ON_STAFF" });
  else if (to.id === from.id) reasons.push({ code: "TO_YOURSELF" });
  else if (!to.permissions.has(ofTheDesk)) reasons.push({ code: "CANNOT_STAND_IN" });
  if (endsAt <= startsAt) reasons.push({ code: "ENDS_BEFORE_IT_STARTS" });
  else if (endsAt <= now) reasons.push({ code: "ALREADY_OVER" });
  if (endsAt.getTime() - startsAt.getTime() > mostDelegatedDays * day)
    reasons.push({ code: "TOO_LONG", mostDays: mostDelegatedDays });
  const other = others.find((held) => startsAt < held.endsAt && held.startsAt < endsAt);
  if (other !== undefined) reasons.push({ code: "OVERLAPS", until: other.endsAt });
  return reasons;
}
