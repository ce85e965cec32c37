import type { StandIn } from "./delegation.ts";
import { gateCourseCodes } from "./gate-courses.ts";
import type { Permission } from "./permissions.ts";
import { builtInRights, type RoleBook, rightsIn, roleBook } from "./role-book.ts";
import type { Role, StaffRole } from "./roles.ts";

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
  /** What every role may do, as it was when this one came; for saying who else could. */
  readonly roles: RoleBook;
}

const nobodysScope = {
  merchantId: null,
  institutionId: null,
  caseId: null,
  validCourses: new Set<string>(),
  standsInFor: [],
  roles: roleBook(0, []),
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
  permissions: builtInRights("SYSTEM"),
  validCourses: new Set(gateCourseCodes),
};

/** Whoever has not signed in and came by no link: sees nothing, may do nothing. */
export const strangerActor: Actor = { ...nobodysScope, id: null, role: "CUSTOMER", name: "", permissions: new Set() };

/** The customer behind one case's private link. */
export function customerActor(caseId: string, name: string, roles: RoleBook = nobodysScope.roles): Actor {
  return { ...nobodysScope, id: null, role: "CUSTOMER", name, caseId, roles, permissions: builtInRights("CUSTOMER") };
}

/** A member of staff in their role and scope, with the rights that the desk's book gives the role. */
export function staffActor(
  member: Pick<Actor, "name" | "merchantId" | "institutionId" | "roles"> &
    Partial<Pick<Actor, "standsInFor" | "validCourses">> & { id: string; role: StaffRole },
): Actor {
  return { ...nobodysScope, ...member, permissions: rightsIn(member.roles, member.role) };
}
