import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import { isMissedOn } from "./missed.ts";

/** The last day of the window that somebody missed, if the course has come to nothing else for them since. */
export async function findMissed(db: Db, staffId: string, courseId: string, today: Day): Promise<Day | null> {
  const last = await db
    .selectFrom("training_record")
    .select(["closes_on", isMissedOn(today).as("missed")])
    .where("staff_id", "=", staffId)
    .where("course_id", "=", courseId)
    .orderBy("assigned_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.missed === true ? (last.closes_on as Day | null) : null;
}
