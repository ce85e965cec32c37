import type { Db } from "../../platform/database/database.ts";
import type { CourseContent } from "../domain/course-content.ts";

export interface PublishedVersion {
  readonly id: string;
  readonly courseId: string;
  readonly code: string;
  readonly number: number;
  readonly content: CourseContent;
}

/** What the course teaches now; null where nothing has been published. */
export async function findPublishedVersion(db: Db, courseId: string): Promise<PublishedVersion | null> {
  const row = await db
    .selectFrom("course_version")
    .innerJoin("course", "course.id", "course_version.course_id")
    .select(["course_version.id", "course_id as courseId", "course.code", "number", "content"])
    .where("course_id", "=", courseId)
    .where("state", "=", "PUBLISHED")
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
