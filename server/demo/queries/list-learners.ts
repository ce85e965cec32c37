import type { Db } from "../../platform/database/database.ts";
import { emailOf } from "../demo-staff.ts";

export type Learner = Awaited<ReturnType<typeof listLearners>>[number];

/** Everybody who has been given a course, with what it asks. */
export async function listLearners(db: Db) {
  const rows = await db
    .selectFrom("training_record")
    .innerJoin("staff", "staff.id", "training_record.staff_id")
    .innerJoin("course", "course.id", "training_record.course_id")
    .innerJoin("course_version", "course_version.id", "training_record.course_version_id")
    .where("training_record.open", "=", true)
    .select(["staff.id", "staff.name", "staff.role", "staff.email", "course.id as courseId", "course.code"])
    .select(["course_version.content", "training_record.attempts_allowed as attemptsAllowed"])
    .orderBy("staff.email")
    .orderBy("course.code")
    .execute();
  const domain = emailOf("");
  return rows.map(({ email, ...learner }) => ({ ...learner, address: email.slice(0, -domain.length) }));
}
