import { sql } from "kysely";
import type { PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { RequestContext } from "../../request-context.ts";
import type { CourseContent } from "../domain/course-content.ts";
import type { CertificateFate } from "../domain/words.ts";

export interface CourseVersionRow {
  readonly id: string;
  readonly number: number;
  readonly state: "DRAFT" | "PUBLISHED";
  readonly revision: number;
  readonly content: CourseContent;
  readonly published_at: string | Date | null;
  readonly certificates: CertificateFate | null;
}

export interface CourseRow {
  readonly id: string;
  readonly code: string;
  readonly least_people: number;
  /** Of what is published, else of the draft. */
  readonly title: BilingualText;
  readonly summary: BilingualText;
  readonly published: CourseVersionRow | null;
}

/** A course with what it teaches now. Drafts are read apart, for those who write them. */
function selectCourses(db: Db) {
  return db
    .selectFrom("course")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("course_version")
          .select(["course_version.content", "course_version.state"])
          .select(
            sql<CourseVersionRow>`to_jsonb(course_version) - 'content' || jsonb_build_object('content', course_version.content)`.as(
              "version",
            ),
          )
          .whereRef("course_version.course_id", "=", "course.id")
          .orderBy(sql`course_version.state = 'PUBLISHED'`, "desc")
          .orderBy("course_version.number", "desc")
          .limit(sql.lit(1))
          .as("shown"),
      (join) => join.onTrue(),
    )
    .select(["course.id", "course.code", "course.least_people"])
    .select(sql<BilingualText>`shown.content -> 'title'`.as("title"))
    .select(sql<BilingualText>`shown.content -> 'summary'`.as("summary"))
    .select(sql<CourseVersionRow | null>`case when shown.state = 'PUBLISHED' then shown.version end`.as("published"));
}

/** Courses by code. Whoever only learns sees what is published. */
export function listCourses(db: Db, page: PageRequest, withDrafts: boolean): Promise<CourseRow[]> {
  const [code] = page.after ?? [];
  return selectCourses(db)
    .$if(!withDrafts, (q) => q.where("shown.state", "=", "PUBLISHED"))
    .$if(code !== undefined, (q) => q.where("course.code", ">", code ?? ""))
    .orderBy("course.code")
    .limit(sql.lit(page.first + 1))
    .execute();
}

export async function findCourseByCode(db: Db, code: string, withDrafts: boolean): Promise<CourseRow | null> {
  const row = await selectCourses(db)
    .where("course.code", "=", code)
    .$if(!withDrafts, (q) => q.where("shown.state", "=", "PUBLISHED"))
    .executeTakeFirst();
  return row ?? null;
}

export const courseById: LoaderOf<RequestContext, string, CourseRow | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await selectCourses(db).where("course.id", "=", sql<string>`any(${ids}::uuid[])`).execute(),
      (row) => row.id,
      (row): CourseRow | null => row,
      null,
    ),
};

export const courseByCode: LoaderOf<RequestContext, string, CourseRow | null> = {
  batch: async ({ db }, codes) =>
    inOrder(
      codes,
      await selectCourses(db).where("course.code", "=", sql<string>`any(${codes}::text[])`).execute(),
      (row) => row.code,
      (row): CourseRow | null => row,
      null,
    ),
};

/** Every version of a course, the newest first. */
export const versionsOfCourse: LoaderOf<RequestContext, string, readonly CourseVersionRow[]> = {
  batch: async ({ db }, ids) => {
    const rows = await db
      .selectFrom("course_version")
      .select(["id", "course_id", "number", "state", "revision", "content", "published_at", "certificates"])
      .where("course_id", "=", sql<string>`any(${ids}::uuid[])`)
      .orderBy("number", "desc")
      .execute();
    return ids.map((id) => rows.filter(({ course_id }) => course_id === id));
  },
};

export async function findCourseVersion(db: Db, id: string): Promise<CourseVersionRow | null> {
  const row = await db
    .selectFrom("course_version")
    .select(["id", "number", "state", "revision", "content", "published_at", "certificates"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? null;
}
