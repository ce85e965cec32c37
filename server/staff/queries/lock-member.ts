import type { Db } from "../../platform/database/database.ts";

/**
 * Somebody's standing, and it stays as it is until the transaction ends. Whoever leaves or moves is locked for that
 * (`moveStaff`), and then gives away what they have: so one of the two waits, and sees what the other did.
 *
 * The rights are read behind the lock, in a statement of their own: whoever waited is given the person's new row and, in the
 * same statement, only the old one's role.
 */
export async function lockMember(db: Db, staffId: string) {
  const member = await db
    .selectFrom("staff")
    .select(["active", "role"])
    .where("id", "=", staffId)
    .forShare()
    .executeTakeFirst();
  if (member === undefined) return undefined;
  const role = await db
    .selectFrom("role")
    .select("permissions")
    .where("name", "=", member.role)
    .executeTakeFirstOrThrow();
  return { active: member.active, permissions: role.permissions };
}
