import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { decideRecord, isOpen } from "../domain/record-machine.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";
import { isLapsing } from "../domain/validity.ts";
import { findMissed } from "../queries/find-missed.ts";
import { findHeldRecord } from "../queries/held-record.ts";
import { type LockedRecord, lockOpenRecord } from "../queries/lock-record.ts";
import { findPublishedVersion, type PublishedVersion } from "../queries/published-version.ts";
import { insertRecords } from "./insert-records.ts";

/**
 * Begins an attempt at a course's quiz, or goes on with the one that is under way; two presses at once begin one. Without
 * an assignment it is one's own idea, which is welcome unless the record still holds for long.
 */
export function startTraining(
  ctx: ActionContext & { readonly actor: { readonly id: string } },
  courseId: string,
): Promise<Result<{ readonly attemptId: string }, readonly TrainingRefusal[]>> {
  return decideInTransaction<{ readonly attemptId: string }, readonly TrainingRefusal[]>(ctx.db, async (trx) => {
    const at = ctx.clock.now();
    const today = deskDay(at);
    const version = await findPublishedVersion(trx, courseId);
    if (version === null) return refused([{ code: "NOT_PUBLISHED" }]);
    const record = await openRecordOf(trx, ctx.actor.id, version, today, at);
    if (!record.ok) return record;
    const decision = decideRecord(record.value, "START", today);
    if (!decision.ok) return decision;
    const underWay = await trx
      .selectFrom("training_attempt")
      .select("id")
      .where("record_id", "=", record.value.id)
      .where("submitted_at", "is", null)
      .executeTakeFirst();
    return done({ attemptId: underWay?.id ?? (await beginAttempt(trx, record.value, version, at)) });
  });
}

async function openRecordOf(
  db: Db,
  staffId: string,
  version: PublishedVersion,
  today: Day,
  at: Date,
): Promise<Result<LockedRecord, readonly TrainingRefusal[]>> {
  const { courseId } = version;
  const open = await lockOpenRecord(db, staffId, courseId);
  if (open !== null) return done(open);
  const missed = await findMissed(db, staffId, courseId, today);
  if (missed !== null) return refused([{ code: "CLOSED_SINCE", closesOn: missed }]);
  const held = await findHeldRecord(db, staffId, courseId, today);
  if (held !== null && !isLapsing(held, today)) return refused([{ code: "ALREADY_VALID", until: held.validUntil }]);
  const terms = { version, cause: "SELF", byId: staffId, opensOn: null, closesOn: null, at } as const;
  await insertRecords(db, [{ staffId, dueOn: null, occasion: null }], terms);
  const fresh = await lockOpenRecord(db, staffId, courseId);
  if (fresh === null) throw new Error(`No open record of course ${courseId} after it was assigned`);
  return done(fresh);
}

/** An attempt asks what the course teaches now, also where it was assigned before. */
async function beginAttempt(db: Db, record: LockedRecord, version: PublishedVersion, at: Date): Promise<string> {
  const id = newId();
  const attemptsUsed = record.attemptsUsed + 1;
  await db
    .insertInto("training_attempt")
    .values({
      id,
      record_id: record.id,
      course_version_id: version.id,
      number: attemptsUsed,
      seed: newId(),
      started_at: at,
    })
    .execute();
  await db
    .updateTable("training_record")
    .set((eb) => ({
      state: "STARTED" as const,
      open: isOpen("STARTED", { ...record, attemptsUsed }),
      attempts_used: attemptsUsed,
      course_version_id: version.id,
      started_at: eb.fn.coalesce("started_at", eb.val(at)),
    }))
    .where("id", "=", record.id)
    .execute();
  return id;
}
