import { sql } from "kysely";
import type { Day } from "../../kernel/day.ts";
import type { Db } from "../../platform/database/database.ts";
import { type OutsideFacts, outsideKey } from "../domain/judge-outside.ts";
import type { ReadOutsideRow } from "../domain/outside-row.ts";

/** The people and courses that rows name, and what was recorded of them before: three statements, however many rows. */
export async function findOutsideFacts(
  db: Db,
  rows: readonly Pick<ReadOutsideRow["seen"], "email" | "course">[],
): Promise<Pick<OutsideFacts, "people" | "courses" | "known">> {
  const emails = [...new Set(rows.flatMap(({ email }) => email ?? []))];
  const codes = [...new Set(rows.flatMap(({ course }) => course ?? []))];
  const people = await db
    .selectFrom("staff")
    .select(["id", "name", "role", "active", sql<string>`lower(email)`.as("email")])
    .where(sql`lower(email)`, "=", sql<string>`any(${emails}::text[])`)
    .execute();
  const courses = await findCourses(db, codes);
  const known = await db
    .selectFrom("training_record")
    .select(["staff_id", "course_id", "valid_from", "valid_until", "score", "outside_number"])
    .where("staff_id", "=", sql<string>`any(${people.map(({ id }) => id)}::uuid[])`)
    .where("import_id", "is not", null)
    .execute();
  return {
    people: new Map(people.map((person) => [person.email, person])),
    courses: new Map(courses.map(({ code, ...course }) => [code, course])),
    known: new Map(
      known.map(({ staff_id, course_id, valid_from, valid_until, score, outside_number }) => [
        outsideKey(staff_id, course_id, valid_from as Day),
        { score, validUntil: valid_until as Day | null, certificate: outside_number },
      ]),
    ),
  };
}

/** What each course teaches now. */
async function findCourses(db: Db, codes: readonly string[]) {
  const rows = await db
    .selectFrom("course")
    .innerJoin("course_version", "course_version.course_id", "course.id")
    .distinctOn("course.id")
    .select(["course.id", "course.code", "course_version.id as versionId", "course_version.content"])
    .where("course.code", "=", sql<string>`any(${codes}::text[])`)
    .where("course_version.state", "=", "PUBLISHED")
    .orderBy("course.id")
    .orderBy("course_version.number", "desc")
    .execute();
  return rows.map(({ content: { passMark, validityMonths }, ...course }) => ({ ...course, passMark, validityMonths }));
}
