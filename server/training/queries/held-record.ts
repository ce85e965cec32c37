import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";

/** The valid record of one person that holds longest; null where none holds today. */
export async function findHeldRecord(db: Db, staffId: string, courseId: string, today: Day) {
  const row = await db
    .selectFrom("training_record")
    .select(["id", "valid_until"])
    .where("staff_id", "=", staffId)
    .where("course_id", "=", courseId)
    .where("state", "in", ["PASSED", "WAIVED"])
    .where("valid_from", "<=", today)
    .where(sql<boolean>`(valid_until is null or valid_until >= ${today})`)
    .orderBy(sql`valid_until desc nulls first`)
    .limit(sql.lit(1))
    .executeTakeFirst();
  return row === undefined ? null : { id: row.id, validUntil: row.valid_until as Day | null };
}
