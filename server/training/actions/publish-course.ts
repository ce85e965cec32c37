import { sql } from "kysely";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { contentProblems } from "../domain/content-problems.ts";
import type { CertificateFate } from "../domain/words.ts";
import { findPublishedVersion } from "../queries/published-version.ts";
import { type CourseFailure, lockLatest, refuseCourse } from "./write-course.ts";

export interface Publishing {
  readonly courseId: string;
  readonly expectedRevision: number;
  /** What becomes of certificates that are out; must be said where the validity changes. */
  readonly certificates: CertificateFate | null;
}

/** Makes the draft what the course teaches. From here it never changes, and certificates keep or change their date as was said. */
export function publishCourse(
  ctx: ActionContext,
  { courseId, expectedRevision, certificates }: Publishing,
): Promise<Result<{ readonly courseId: string }, CourseFailure>> {
  return decideInTransaction<{ readonly courseId: string }, CourseFailure>(ctx.db, async (trx) => {
    const draft = await lockLatest(trx, courseId);
    if (draft === null) return refused({ kind: "NOT_FOUND" });
    if (draft.state !== "DRAFT") return refuseCourse({ code: "NO_DRAFT" });
    if (draft.revision !== expectedRevision) return refused({ kind: "STALE", courseId });
    const before = await findPublishedVersion(trx, courseId);
    const changesValidity = before !== null && before.content.validityMonths !== draft.content.validityMonths;
    const undecided = changesValidity && certificates === null ? [{ code: "CERTIFICATES_UNDECIDED" } as const] : [];
    const problems = [...contentProblems(draft.content), ...undecided];
    if (problems.length > 0) return refuseCourse(...problems);
    const fate = changesValidity ? certificates : null;
    await trx
      .updateTable("course_version")
      .set({ state: "PUBLISHED", published_at: ctx.clock.now(), published_by_id: ctx.actor.id, certificates: fate })
      .where("id", "=", draft.id)
      .execute();
    if (fate === "RECOUNT") await recount(trx, courseId, draft.content.validityMonths);
    return done({ courseId });
  });
}

/**
 * Certificates are counted anew from their own first day, and of the new last one their holders are told as of any other. What
 * was waived or passed elsewhere keeps the date that somebody gave it.
 */
async function recount(db: Db, courseId: string, months: number | null): Promise<void> {
  const recounted = await db
    .updateTable("training_record")
    .set({ valid_until: sql<string | null>`${lastDay(months)}` })
    .where("course_id", "=", courseId)
    .where("state", "=", "PASSED")
    .where("import_id", "is", null)
    .where(sql<boolean>`valid_until is distinct from ${lastDay(months)}`)
    .returning("id")
    .execute();
  await db
    .deleteFrom("training_reminder")
    .where("record_id", "=", sql<string>`any(${recounted.map(({ id }) => id)}::uuid[])`)
    .where("kind", "in", ["LAPSING", "LAPSED"])
    .execute();
}

const lastDay = (months: number | null) => sql`(valid_from + make_interval(months => ${months}::int))::date`;
