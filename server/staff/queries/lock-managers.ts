import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { rolesWith } from "../domain/role-book.ts";
import type { StaffRole } from "../domain/roles.ts";
import { readRoleBook } from "./find-role-book.ts";

/**
 * Locks everybody at work who may manage people, and whoever is about to move and to take their work, in order: whatever could
 * take the right from the last of them waits here for whatever else could, and nothing that only names one of them does. It is
 * one statement, since whoever holds several people takes them in this order too. Who of them may still manage is for whoever
 * waited to see by the roles as they are behind the lock; looked up in the locking statement, they would be those from before
 * the wait, and whoever moved meanwhile from one such role to another would be nobody.
 */
export async function lockManagers(db: Db, also: readonly (string | null)[] = []) {
  const managing = rolesWith(await readRoleBook(db), "staff.manage");
  return await db
    .selectFrom("staff")
    .select(["id", "role", "active"])
    .where(({ eb, and, or }) =>
      or([
        and([eb("active", "=", true), eb("role", "=", sql<StaffRole>`any(${managing}::text[])`)]),
        eb("id", "=", sql<string>`any(${also}::uuid[])`),
      ]),
    )
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}
