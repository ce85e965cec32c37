import type { Db } from "../../platform/database/database.ts";
import { derivedId } from "../../platform/derived-id.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import { type DefaultCourse, defaultCourses, policyCourseCode } from "../domain/default-courses.ts";

/** Gives a new desk its first courses and the rules that assign them. A desk that has a course has had its first ones: nothing changes. */
export async function publishDefaultCourses(db: Db, now: Date): Promise<void> {
  const known = await db.selectFrom("course").select("id").limit(1).executeTakeFirst();
  if (known !== undefined) return;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto("course")
      .values(defaultCourses.map((course) => courseRow(course, now)))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto("course_version")
      .values(defaultCourses.map((course) => versionRow(course, now)))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await trx
      .insertInto("training_rule")
      .values(defaultCourses.flatMap((course) => ruleRows(course, now)))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}

/** The same on every process, so that of two that start at once one writes and the other finds it done. */
const courseId = (code: string) => derivedId("default course", code);

function courseRow({ code, leastPeople }: DefaultCourse, now: Date) {
  return { id: courseId(code), code, least_people: leastPeople, created_at: now };
}

function versionRow({ code, content }: DefaultCourse, now: Date) {
  const text = canonicalJson(content);
  return {
    id: derivedId("default course version", code),
    course_id: courseId(code),
    number: 1,
    state: "PUBLISHED" as const,
    content: JSON.parse(text),
    content_hash: sha256(text),
    created_at: now,
    published_at: now,
  };
}

const firstWeeks = 14;
const monthAhead = 30;

function ruleRows({ code, content, neededBy }: DefaultCourse, now: Date) {
  const plain = { course_id: courseId(code), due_in_days: firstWeeks, created_at: now };
  const id = (...words: string[]) => derivedId("default training rule", code, ...words);
  return [
    ...neededBy.map((role) => ({ ...plain, id: id("ROLE", role), kind: "ROLE" as const, role, days_ahead: null })),
    ...(code === policyCourseCode
      ? neededBy.map((role) => ({ ...plain, id: id("POLICY", role), kind: "POLICY" as const, role, days_ahead: null }))
      : []),
    ...(content.validityMonths === null
      ? []
      : [{ ...plain, id: id("EXPIRY"), kind: "EXPIRY" as const, role: null, days_ahead: monthAhead }]),
  ];
}
