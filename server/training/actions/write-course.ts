import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import type { CourseContent } from "../domain/course-content.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";

export type CourseFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "STALE"; readonly courseId: string }
  | { readonly kind: "REFUSED"; readonly reasons: readonly TrainingRefusal[] };

type Written = Promise<Result<{ readonly courseId: string }, CourseFailure>>;

export const refuseCourse = (...reasons: readonly TrainingRefusal[]) => refused({ kind: "REFUSED", reasons } as const);

/** A new course with its first draft. */
export function createCourse(
  ctx: ActionContext,
  {
    code,
    content,
    leastPeople,
  }: { readonly code: string; readonly content: CourseContent; readonly leastPeople: number },
): Written {
  return decideInTransaction<{ readonly courseId: string }, CourseFailure>(ctx.db, async (trx) => {
    const courseId = newId();
    const at = ctx.clock.now();
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto("course")
      .values({ id: courseId, code, least_people: leastPeople, created_at: at })
      .onConflict((conflict) => conflict.column("code").doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 0n) return refuseCourse({ code: "CODE_TAKEN" });
    await insertDraft(trx, { courseId, number: 1, content, at });
    return done({ courseId });
  });
}

/** A draft that begins as the published version. */
export function beginCourseDraft(ctx: ActionContext, courseId: string): Written {
  return decideInTransaction<{ readonly courseId: string }, CourseFailure>(ctx.db, async (trx) => {
    const latest = await lockLatest(trx, courseId);
    if (latest === null) return refused({ kind: "NOT_FOUND" });
    if (latest.state === "DRAFT") return refuseCourse({ code: "DRAFT_EXISTS" });
    await insertDraft(trx, { courseId, number: latest.number + 1, content: latest.content, at: ctx.clock.now() });
    return done({ courseId });
  });
}

export interface DraftEdit {
  readonly courseId: string;
  readonly expectedRevision: number;
  readonly content: CourseContent;
  readonly leastPeople: number;
}

/** Keeps what the author has written so far, finished or not. */
export function saveCourseDraft(
  ctx: ActionContext,
  { courseId, expectedRevision, content, leastPeople }: DraftEdit,
): Written {
  return decideInTransaction<{ readonly courseId: string }, CourseFailure>(ctx.db, async (trx) => {
    const latest = await lockLatest(trx, courseId);
    if (latest === null) return refused({ kind: "NOT_FOUND" });
    if (latest.state !== "DRAFT") return refuseCourse({ code: "NO_DRAFT" });
    if (latest.revision !== expectedRevision) return refused({ kind: "STALE", courseId });
    await trx
      .updateTable("course_version")
      .set({ ...stored(content), revision: latest.revision + 1 })
      .where("id", "=", latest.id)
      .execute();
    await trx.updateTable("course").set({ least_people: leastPeople }).where("id", "=", courseId).execute();
    return done({ courseId });
  });
}

/** The newest version behind a lock on its course, so that two authors take turns; null where there is no such course. */
export async function lockLatest(db: Db, courseId: string) {
  const course = await db.selectFrom("course").select("id").where("id", "=", courseId).forUpdate().executeTakeFirst();
  if (course === undefined) return null;
  return db
    .selectFrom("course_version")
    .select(["id", "number", "state", "revision", "content"])
    .where("course_id", "=", courseId)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
}

function insertDraft(
  db: Db,
  draft: { readonly courseId: string; readonly number: number; readonly content: CourseContent; readonly at: Date },
) {
  const { courseId, number, content, at } = draft;
  return db
    .insertInto("course_version")
    .values({ id: newId(), course_id: courseId, number, state: "DRAFT", ...stored(content), created_at: at })
    .execute();
}

function stored(content: CourseContent) {
  const text = canonicalJson(content);
  return { content: JSON.parse(text), content_hash: sha256(text) };
}
