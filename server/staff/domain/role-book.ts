import { builtInPermissions, type Permission } from "./permissions.ts";
import { type Role, type StaffRole, staffRoles } from "./roles.ts";

/** What each role of the staff may do, as the desk has settled it. The revision grows with every change of any of them. */
export interface RoleBook {
  readonly revision: number;
  readonly roles: ReadonlyMap<StaffRole, ReadonlySet<Permission>>;
}

export function roleBook(revision: number, held: Iterable<readonly [StaffRole, Iterable<Permission>]>): RoleBook {
  return { revision, roles: new Map([...held].map(([role, rights]) => [role, new Set(rights)])) };
}

const nothing: ReadonlySet<Permission> = new Set();

/** A role that the book does not know may do nothing. */
export function rightsIn({ roles }: RoleBook, role: StaffRole): ReadonlySet<Permission> {
  return roles.get(role) ?? nothing;
}

/** The roles whose people may do this. */
export function rolesWith(book: RoleBook, right: Permission): readonly StaffRole[] {
  return staffRoles.filter((role) => rightsIn(book, role).has(right));
}

/** Everybody who may do this, for whoever may not: the customer too, never the desk itself. */
export function holdersOf(book: RoleBook, right: Permission): readonly Exclude<Role, "SYSTEM">[] {
  const customer = builtInRights("CUSTOMER").has(right) ? (["CUSTOMER"] as const) : [];
  return [...customer, ...rolesWith(book, right)];
}

const builtIn = new Map<Role, ReadonlySet<Permission>>();

export function builtInRights(role: Role): ReadonlySet<Permission> {
  const known = builtIn.get(role);
  if (known !== undefined) return known;
  const fresh: ReadonlySet<Permission> = new Set(builtInPermissions[role]);
  builtIn.set(role, fresh);
  return fresh;
}

/** The book of a desk that nobody has changed. */
export const builtInBook: RoleBook = roleBook(
  0,
  staffRoles.map((role) => [role, builtInRights(role)]),
);
