import type { StandIn } from "./delegation.ts";
import { gateCourseCodes } from "./gate-courses.ts";
import type { Permission } from "./permissions.ts";
import { rolePermissions } from "./permissions.ts";
import type { Role } from "./roles.ts";

/**
 * Whoever acts or looks, as the rules see them. `merchantId` and `institutionId` narrow what they can see at all;
 * `caseId` is set for a customer, who came by the private link of that one case.
 */
export interface Actor {
  readonly id: string | null;
  readonly role: Role;
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
  readonly caseId: string | null;
  /** Codes of the courses whose record is valid at this moment. */
  readonly validCourses: ReadonlySet<string>;
  /** Colleagues who are away and whose approvals this one gives meanwhile. */
  readonly standsInFor: readonly StandIn[];
}

const permissionSets = new Map<Role, ReadonlySet<Permission>>();

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  const known = permissionSets.get(role);
  if (known !== undefined) return known;
  const fresh: ReadonlySet<Permission> = new Set(rolePermissions[role]);
  permissionSets.set(role, fresh);
  return fresh;
}

const nobodysScope = {
  merchantId: null,
  institutionId: null,
  caseId: null,
  validCourses: new Set<string>(),
  standsInFor: [],
} as const;

/** Whether somebody holds a right, of their own or lent to them. Only approvals are ever lent. */
export function holds({ permissions, standsInFor }: Actor, right: Permission): boolean {
  return permissions.has(right) || standsInFor.some(({ rights }) => rights.has(right));
}

/** The desk acting by itself: a clock that ran out, a policy that approved, a provider that answered. It needs no teaching. */
export const systemActor: Actor = {
  ...nobodysScope,
  id: null,
  role: "SYSTEM",
  name: "Redress",
  permissions: permissionsOf("SYSTEM"),
  validCourses: new Set(gateCourseCodes),
};

/** Whoever has not signed in and came by no link: sees nothing, may do nothing. */
export const strangerActor: Actor = { ...nobodysScope, id: null, role: "CUSTOMER", name: "", permissions: new Set() };

/** The customer behind one case's private link. */
export function customerActor(caseId: string, name: string): Actor {
  return { ...nobodysScope, id: null, role: "CUSTOMER", name, caseId, permissions: permissionsOf("CUSTOMER") };
}

/** A member of staff in their role and scope. */
export function staffActor(
  member: Pick<Actor, "role" | "name" | "merchantId" | "institutionId"> &
    Partial<Pick<Actor, "standsInFor" | "validCourses">> & { id: string },
): Actor {
  return { ...nobodysScope, ...member, permissions: permissionsOf(member.role) };
}
