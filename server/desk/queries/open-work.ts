import type { Db } from "../../platform/database/database.ts";

/** The most that one plan names; a batch carries no more. */
export const mostAtOnce = 100;

/** What somebody has open, or what nobody has, the most urgent first. */
export function listOpenWork(db: Db, staffId: string | null) {
  return db
    .selectFrom("cases")
    .select(["id as caseId", "version"])
    .where("closed_at", "is", null)
    .where("assignee_id", staffId === null ? "is" : "=", staffId)
    .orderBy("due_at")
    .orderBy("id")
    .limit(mostAtOnce)
    .execute();
}
