import { newId } from "../../server/kernel/ids.ts";
import type { Db } from "../../server/platform/database/database.ts";
import { gateCourseCodes } from "../../server/staff/domain/gate-courses.ts";
import { publishDefaultCourses } from "../../server/training/actions/publish-default-courses.ts";

/** The one place where people of a test's desk learn what the workflow asks for: valid records of every gate, long since and for good. */
export async function givenTrained(db: Db, staffId: string, codes: readonly string[] = gateCourseCodes): Promise<void> {
  await publishDefaultCourses(db, new Date());
  const courses = await db
    .selectFrom("course_version")
    .innerJoin("course", "course.id", "course_version.course_id")
    .select(["course_version.id as versionId", "course.id as courseId"])
    .where("course.code", "in", codes)
    .execute();
  await db
    .insertInto("training_record")
    .values(
      courses.map(({ versionId, courseId }) => ({
        id: newId(),
        staff_id: staffId,
        course_id: courseId,
        course_version_id: versionId,
        state: "PASSED" as const,
        open: false,
        cause: "IMPORT" as const,
        assigned_at: new Date(),
        valid_from: "2020-01-01",
      })),
    )
    .execute();
}

/** As if they had never learned anything. */
export async function givenUntrained(db: Db, staffId: string): Promise<void> {
  await db.deleteFrom("training_record").where("staff_id", "=", staffId).execute();
}
