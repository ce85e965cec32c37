import type { Permission } from "./permissions.ts";
import { type RoleBook, rolesWith } from "./role-book.ts";
import type { Role } from "./roles.ts";

/** What only people of the desk hold who know its cases; whoever else there is decides nothing for it, also not for somebody else. */
export const ofTheDesk = "case.note" satisfies Permission;

/** Somebody, and the book in which it stands what their role may. */
export interface InRole {
  readonly role: Role;
  readonly roles: RoleBook;
}

/** Whether somebody works at the desk, by what their role may: a machine's key may less, and still acts for them. */
export function isOfTheDesk({ role, roles }: InRole): boolean {
  return rolesWith(roles, ofTheDesk).some((one) => one === role);
}
