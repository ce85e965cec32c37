import { type RawBuilder, sql } from "kysely";
import { deskDay } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";

/**
 * The courses whose record is valid on a day, of the row `staff` of the statement around it: the first and the last
 * day count. `day` is the
 * placeholder that stands for it, since the session's statement is written out.
 */
export const validCoursesSql = (day: string) => `array(
  select course.code from training_record record join course on course.id = record.course_id
  where record.staff_id = staff.id and record.state in ('PASSED', 'WAIVED')
    and record.valid_from <= ${day} and (record.valid_until is null or record.valid_until >= ${day}))`;

/** The same inside a statement that is built. */
export function validCoursesOn(at: Date): RawBuilder<string[]> {
  const [before = "", between = "", after = ""] = validCoursesSql("\u0000").split("\u0000");
  const day = deskDay(at);
  return sql<string[]>`${sql.raw(before)}${day}::date${sql.raw(between)}${day}::date${sql.raw(after)}`;
}

/** The same for one member of staff, at this moment: asked again inside the transaction of whatever needs it. */
export async function findValidCourses(db: Db, staffId: string, at: Date): Promise<ReadonlySet<string>> {
  const day = deskDay(at);
  const { rows } = await sql<{ code: string }>`
    select course.code from training_record record join course on course.id = record.course_id
    where record.staff_id = ${staffId} and record.state in ('PASSED', 'WAIVED')
      and record.valid_from <= ${day} and (record.valid_until is null or record.valid_until >= ${day})`.execute(db);
  return new Set(rows.map(({ code }) => code));
}
