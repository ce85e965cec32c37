import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { decideRecord } from "../domain/record-machine.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";
import { lockOpenRecord } from "../queries/lock-record.ts";
import { findPublishedVersion } from "../queries/published-version.ts";

export interface Waiver {
  readonly staffId: string;
  readonly courseId: string;
  readonly reason: string;
  readonly validUntil: Day | null;
}

/**
 * Lets somebody do without a course, with a reason that stays on the record. It opens gates, so nobody waives their own. The same
 * again, of somebody whose answer was lost, is the waiver that they gave: a second one would stay open when that is taken back.
 */
export function waiveTraining(
  ctx: ActionContext,
  { staffId, courseId, reason, validUntil }: Waiver,
): Promise<Result<{ readonly recordId: string }, readonly TrainingRefusal[]>> {
  return decideInTransaction<{ readonly recordId: string }, readonly TrainingRefusal[]>(ctx.db, async (trx) => {
    if (staffId === ctx.actor.id) return refused([{ code: "OWN_WAIVER" }]);
    const version = await findPublishedVersion(trx, courseId);
    if (version === null) return refused([{ code: "NOT_PUBLISHED" }]);
    const at = ctx.clock.now();
    const today = deskDay(at);
    if (validUntil !== null && validUntil < today) return refused([{ code: "DATES_CROSSED" }]);
    // Whoever presses twice at once waits here for the first to be written.
    await trx.selectFrom("staff").select("id").where("id", "=", staffId).forNoKeyUpdate().executeTakeFirstOrThrow();
    const waived = {
      state: "WAIVED" as const,
      open: false,
      reason,
      waived_by_id: ctx.actor.id,
      valid_from: today,
      valid_until: validUntil,
      finished_at: at,
    };
    const open = await lockOpenRecord(trx, staffId, courseId);
    if (open !== null) {
      const decision = decideRecord(open, "WAIVE", today);
      if (!decision.ok) return decision;
      await trx.updateTable("training_record").set(waived).where("id", "=", open.id).execute();
      return done({ recordId: open.id });
    }
    const given = await findGiven(trx, ctx.actor.id, { staffId, courseId, reason, validUntil });
    if (given !== null) return done({ recordId: given });
    const recordId = newId();
    await trx
      .insertInto("training_record")
      .values({
        ...waived,
        id: recordId,
        staff_id: staffId,
        course_id: courseId,
        course_version_id: version.id,
        cause: "WAIVER",
        assigned_at: at,
        assigned_by_id: ctx.actor.id,
      })
      .execute();
    return done({ recordId });
  });
}

/** The very waiver, where it stands. */
async function findGiven(
  db: Db,
  byId: string | null,
  { staffId, courseId, reason, validUntil }: Waiver,
): Promise<string | null> {
  const found = await db
    .selectFrom("training_record")
    .select("id")
    .where("staff_id", "=", staffId)
    .where("course_id", "=", courseId)
    .where("state", "=", "WAIVED")
    .where("waived_by_id", "=", byId)
    .where("reason", "=", reason)
    .where("valid_until", "is not distinct from", validUntil)
    .executeTakeFirst();
  return found?.id ?? null;
}
