import type { Permission } from "../../staff/domain/permissions.ts";
import { type RoleBook, rightsIn, roleBook, rolesWith } from "../../staff/domain/role-book.ts";
import { type Role, type StaffRole, staffRoles } from "../../staff/domain/roles.ts";
import { type Apart, caseRights, mayHold, mustBeHeld, rightsApart } from "./role-rules.ts";

/** Where a proposed change rests. */
export const roleChangeStates = ["PROPOSED", "APPLIED", "REJECTED", "EXPIRED", "WITHDRAWN"] as const;
export type RoleChangeState = (typeof roleChangeStates)[number];

export type RoleRefusal =
  | { readonly code: "NOT_EDITABLE" }
  | { readonly code: "NOT_ALLOWED_ANY_MORE" }
  | { readonly code: "NOTHING_CHANGES" }
  | { readonly code: "REASON_MISSING" }
  | { readonly code: "ALREADY_PROPOSED" }
  | { readonly code: "NOT_FOR_THIS_ROLE"; readonly rights: readonly Permission[] }
  | { readonly code: "SEES_NO_CASES"; readonly rights: readonly Permission[] }
  | { readonly code: "APART"; readonly pair: Apart }
  | { readonly code: "NOBODY_LEFT"; readonly right: Permission }
  | { readonly code: "NOBODY_CAN_AGREE" };

export interface RoleChangeFacts {
  readonly role: StaffRole;
  readonly after: ReadonlySet<Permission>;
  /** The roles as they are. */
  readonly book: RoleBook;
  readonly seesCases: boolean;
  /** How many people of each role are at work. */
  readonly atWork: ReadonlyMap<StaffRole, number>;
}

/** The customer's rights go with their link, the desk's own with its code. */
export function toEditableRole(role: Role): StaffRole | null {
  return staffRoles.find((one) => one === role) ?? null;
}

export interface RoleDifference {
  readonly gains: readonly Permission[];
  readonly losses: readonly Permission[];
}

export function differenceOf(before: ReadonlySet<Permission>, after: ReadonlySet<Permission>): RoleDifference {
  return {
    gains: [...after].filter((right) => !before.has(right)),
    losses: [...before].filter((right) => !after.has(right)),
  };
}

/** Rights that somebody at work holds now, and nobody would hold afterwards. */
export function orphanedBy({ role, after, book, atWork }: RoleChangeFacts): readonly Permission[] {
  const then = roleBook(book.revision, [...book.roles, [role, after]]);
  const heldIn = (one: RoleBook, right: Permission) =>
    rolesWith(one, right).some((held) => (atWork.get(held) ?? 0) > 0);
  return differenceOf(rightsIn(book, role), after).losses.filter(
    (right) => heldIn(book, right) && !heldIn(then, right),
  );
}

/** Every reason against giving a role just these rights, whoever asks for it. */
export function reasonsAgainstChange(facts: RoleChangeFacts): readonly RoleRefusal[] {
  const { role, after, book, seesCases } = facts;
  const { gains, losses } = differenceOf(rightsIn(book, role), after);
  const reasons: RoleRefusal[] = [];
  if (gains.length + losses.length === 0) reasons.push({ code: "NOTHING_CHANGES" });
  const foreign = gains.filter((right) => !mayHold(role, right));
  if (foreign.length > 0) reasons.push({ code: "NOT_FOR_THIS_ROLE", rights: foreign });
  const blind = seesCases ? [] : gains.filter((right) => caseRights.has(right) && mayHold(role, right));
  if (blind.length > 0) reasons.push({ code: "SEES_NO_CASES", rights: blind });
  for (const pair of rightsApart) {
    if (after.has(pair.one) && after.has(pair.other)) reasons.push({ code: "APART", pair });
  }
  const orphaned = orphanedBy(facts);
  for (const right of mustBeHeld) if (orphaned.includes(right)) reasons.push({ code: "NOBODY_LEFT", right });
  return reasons;
}
