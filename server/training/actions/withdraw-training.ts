import { deskDay } from "../../kernel/desk-day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { decideRecord, type Withdrawal } from "../domain/record-machine.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";
import { lockRecord } from "../queries/lock-record.ts";
import { tellWithdrawn } from "./tell-changed.ts";

export interface WithdrawTraining {
  readonly recordId: string;
  readonly reason: string;
  readonly withdrawal: Withdrawal;
}

/**
 * Takes an assignment back while it can be worked on, or a waiver while it holds. Its reason and moment stay beside the waiver's.
 * Gates read the record at each press: what a waiver opened is shut in the instant in which it is taken back.
 */
export function withdrawTraining(
  ctx: ActionContext,
  { recordId, reason, withdrawal }: WithdrawTraining,
): Promise<Result<{ readonly recordId: string }, readonly TrainingRefusal[]>> {
  return decideInTransaction<{ readonly recordId: string }, readonly TrainingRefusal[]>(ctx.db, async (trx) => {
    const at = ctx.clock.now();
    const record = await lockRecord(trx, recordId);
    if (record === null) return refused([{ code: "ASSIGNMENT_ENDED" }]);
    const decision = decideRecord(record, withdrawal, deskDay(at));
    if (!decision.ok) return decision;
    await trx
      .updateTable("training_record")
      .set({
        ...{ state: decision.value, open: false },
        ...(record.state === "WAIVED" ? {} : { finished_at: at }),
        ...{ withdrawal_reason: reason, withdrawn_by_id: ctx.actor.id, withdrawn_at: at },
      })
      .where("id", "=", recordId)
      .execute();
    await tellWithdrawn(ctx, trx, record);
    return done({ recordId });
  });
}
