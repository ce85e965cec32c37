import type { Db } from "../../platform/database/database.ts";

/**
 * Somebody's standing, and it stays as it is until the transaction ends. Whoever leaves or moves is locked for that
 * (`moveStaff`), and then gives away what they have: so one of the two waits, and sees what the other did.
 */
export function lockMember(db: Db, staffId: string) {
  return db
    .selectFrom("staff")
    .innerJoin("role", "role.name", "staff.role")
    .select(["active", "permissions"])
    .where("staff.id", "=", staffId)
    .forShare("staff")
    .executeTakeFirst();
}
