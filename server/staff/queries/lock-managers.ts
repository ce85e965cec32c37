import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { rolesWith } from "../domain/role-book.ts";
import { readRoleBook } from "./find-role-book.ts";

/**
 * Locks everybody at work who may manage people, in order: whatever could take the right from the last of them waits here for
 * whatever else could, and nothing that only names one of them does. Who of them may still manage is for whoever waited to
 * see by the roles as they are behind the lock; looked up in the locking statement, they would be those from before the wait,
 * and whoever moved meanwhile from one such role to another would be nobody.
 */
export async function lockManagers(db: Db) {
  const managing = rolesWith(await readRoleBook(db), "staff.manage");
  return await db
    .selectFrom("staff")
    .select(["id", "role"])
    .where("active", "=", true)
    .where("role", "=", sql<(typeof managing)[number]>`any(${managing}::text[])`)
    .orderBy("id")
    .forNoKeyUpdate()
    .execute();
}
