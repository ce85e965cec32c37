import { sql } from "kysely";
import { deskDay } from "../../kernel/desk-day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { CourseContent } from "../domain/course-content.ts";
import { type GivenAnswer, grade } from "../domain/quiz.ts";
import { decideRecord, isOpen } from "../domain/record-machine.ts";
import { asAuthored } from "../domain/shown-quiz.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";
import { validUntil } from "../domain/validity.ts";
import { type LockedRecord, lockOwnRecord } from "../queries/lock-record.ts";
import { newCertificateCode } from "./certificate-code.ts";

export type SubmitFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "REFUSED"; readonly reasons: readonly TrainingRefusal[] };

/** Grades an attempt once, on the server; handed in twice at once, the second is told that it is over. Somebody else's attempt is not there. */
export function submitQuiz(
  ctx: ActionContext & { readonly actor: { readonly id: string } },
  { attemptId, answers }: { readonly attemptId: string; readonly answers: readonly GivenAnswer[] },
): Promise<Result<{ readonly attemptId: string }, SubmitFailure>> {
  return decideInTransaction<{ readonly attemptId: string }, SubmitFailure>(ctx.db, async (trx) => {
    const known = await trx
      .selectFrom("training_attempt")
      .select("record_id")
      .where("id", "=", attemptId)
      .executeTakeFirst();
    const record = known === undefined ? null : await lockOwnRecord(trx, ctx.actor.id, known.record_id);
    if (record === null) return refused({ kind: "NOT_FOUND" });
    const attempt = await findAttempt(trx, attemptId);
    if (attempt.submitted_at !== null) return refuse({ code: "ATTEMPT_OVER" });
    const given = asAuthored(attempt.content.questions, attempt.seed, answers);
    if (given === null) return refuse({ code: "ANSWERS_DO_NOT_FIT" });
    return take(ctx, trx, record, attempt, given);
  });
}

interface AttemptRow {
  readonly id: string;
  readonly content: CourseContent;
}

async function take(
  ctx: ActionContext,
  db: Db,
  record: LockedRecord,
  { id, content }: AttemptRow,
  given: readonly GivenAnswer[],
): Promise<Result<{ readonly attemptId: string }, SubmitFailure>> {
  const at = ctx.clock.now();
  const today = deskDay(at);
  const { score, passed } = grade(content.questions, content.passMark, given);
  const decision = decideRecord(record, passed ? "PASS" : "FAIL", today);
  if (!decision.ok) return refused({ kind: "REFUSED", reasons: decision.error });
  await db
    .updateTable("training_attempt")
    .set({ submitted_at: at, answers: sql`${JSON.stringify(given)}::jsonb`, score, passed })
    .where("id", "=", id)
    .execute();
  const certificate = passed
    ? {
        valid_from: today,
        valid_until: validUntil(today, content.validityMonths),
        certificate_code: newCertificateCode(),
      }
    : {};
  const state = decision.value;
  await db
    .updateTable("training_record")
    .set({ state, open: isOpen(state, record), score, finished_at: at, ...certificate })
    .where("id", "=", record.id)
    .execute();
  return done({ attemptId: id });
}

function findAttempt(db: Db, id: string) {
  return db
    .selectFrom("training_attempt")
    .innerJoin("course_version", "course_version.id", "training_attempt.course_version_id")
    .select(["training_attempt.id", "training_attempt.seed", "training_attempt.submitted_at", "course_version.content"])
    .where("training_attempt.id", "=", id)
    .executeTakeFirstOrThrow();
}

function refuse(reason: TrainingRefusal) {
  return refused({ kind: "REFUSED", reasons: [reason] } as const);
}
