import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/**
 * Locks everybody at work who may manage people, in order, and counts them: whatever could take the right from the last of
 * them waits here for whatever else could, and nothing that only names one of them does.
 */
export async function lockManagers(db: Db): Promise<number> {
  const managers = await db
    .selectFrom("staff")
    .innerJoin("role", "role.name", "staff.role")
    .select("staff.id")
    .where(sql<boolean>`'staff.manage' = any(role.permissions)`)
    .where("staff.active", "=", true)
    .orderBy("staff.id")
    .forNoKeyUpdate("staff")
    .execute();
  return managers.length;
}
