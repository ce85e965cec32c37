import type { StandIn } from "./delegation.ts";
import { gateCourseCodes } from "./gate-courses.ts";
import { rightsOfKey } from "./key-scopes.ts";
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
  /** The machine's key that speaks for them; null where they are here themselves, or nobody is. */
  readonly key: ActingKey | null;
  /** What every role may do, as it was when this one came; for saying who else could. */
  readonly roles: RoleBook;
}

export interface ActingKey {
  readonly id: string;
  readonly scopes: readonly Permission[];
}

/** Why whoever spoke speaks no more. A key also ends by itself, while its maker is at work. */
export function whyGone({ key }: Pick<Actor, "key">): "NOT_AT_WORK" | "KEY_ENDED" {
  return key === null ? "NOT_AT_WORK" : "KEY_ENDED";
}

const nobodysScope = {
  merchantId: null,
  institutionId: null,
  caseId: null,
  validCourses: new Set<string>(),
  standsInFor: [],
  key: null,
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

/**
 * A member of staff in their role and scope, with the rights that the desk's book gives the role. A key that speaks for them
 * has those of its scopes, and stands in for nobody.
 */
export function staffActor(
  member: Pick<Actor, "name" | "merchantId" | "institutionId" | "roles"> &
    Partial<Pick<Actor, "standsInFor" | "validCourses" | "key">> & { id: string; role: StaffRole },
): Actor {
  const rights = rightsIn(member.roles, member.role);
  const { key = null } = member;
  if (key === null) return { ...nobodysScope, ...member, key, permissions: rights };
  return { ...nobodysScope, ...member, key, standsInFor: [], permissions: rightsOfKey(rights, key.scopes) };
}
