import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { rightsIn } from "../../staff/domain/role-book.ts";
import type { RoleChangeFacts } from "../domain/role-change.ts";
import { differenceOf } from "../domain/role-change.ts";

/** Everybody at work who may agree to changes of roles, and whether they would gain by this one, which bars them. */
export async function findRoleDeciders(db: Db, { role, after, book }: RoleChangeFacts) {
  const gains = differenceOf(rightsIn(book, role), after).gains.length > 0;
  const people = await db
    .selectFrom("staff")
    .innerJoin("role", "role.name", "staff.role")
    .select(["staff.id", "staff.name", "staff.email", "staff.role", "staff.active"])
    .where(sql<boolean>`'role.approve' = any(role.permissions)`)
    .where("staff.active", "=", true)
    .orderBy("staff.name")
    .orderBy("staff.id")
    .execute();
  return people.map((person) => ({ ...person, wouldGain: gains && person.role === role }));
}
