import type { Db } from "../../platform/database/database.ts";
import type { Permission } from "../domain/permissions.ts";

interface Member {
  readonly active: boolean;
  readonly permissions: readonly Permission[];
}

/**
 * Somebody's standing, and it stays as it is until the transaction ends. Whoever leaves or moves is locked for that
 * (`moveStaff`), and then gives away what they have: so one of the two waits, and sees what the other did.
 *
 * It is read behind the lock, in a statement of its own: whoever waited is given the person's new row and, in the same
 * statement, only the old one's role.
 */
export async function lockMember(db: Db, staffId: string): Promise<Member | undefined> {
  await db.selectFrom("staff").select("id").where("id", "=", staffId).forShare().execute();
  return findMember(db, staffId);
}

/** The same of somebody who is locked already. */
export function findMember(db: Db, staffId: string): Promise<Member | undefined> {
  return db
    .selectFrom("staff")
    .innerJoin("role", "role.name", "staff.role")
    .select(["staff.active", "role.permissions"])
    .where("staff.id", "=", staffId)
    .executeTakeFirst();
}
