import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { dueDayProblems } from "../domain/record-machine.ts";
import type { TrainingRefusal } from "../domain/training-refusal.ts";
import { lockRecord } from "../queries/lock-record.ts";
import { tellDueDay } from "./tell-changed.ts";

export interface DueDayChange {
  readonly recordId: string;
  readonly dueOn: Day | null;
  readonly reason: string;
}

/** Gives an assignment another due day. Each change is kept; of the day that is given its learner is reminded anew. */
export function changeDueDay(
  ctx: ActionContext & { readonly actor: { readonly id: string } },
  { recordId, dueOn, reason }: DueDayChange,
): Promise<Result<{ readonly recordId: string }, readonly TrainingRefusal[]>> {
  return decideInTransaction<{ readonly recordId: string }, readonly TrainingRefusal[]>(ctx.db, async (trx) => {
    const at = ctx.clock.now();
    const record = await lockRecord(trx, recordId);
    if (record === null) return refused([{ code: "ASSIGNMENT_ENDED" }]);
    const problems = dueDayProblems(record, dueOn, deskDay(at));
    if (problems.length > 0) return refused(problems);
    // Sent again it changes nothing.
    if (record.dueOn === dueOn) return done({ recordId });
    const change = { id: newId(), record_id: recordId, at, by_id: ctx.actor.id, from_day: record.dueOn };
    await trx
      .insertInto("training_due_change")
      .values({ ...change, to_day: dueOn, reason })
      .execute();
    await trx.updateTable("training_record").set({ due_on: dueOn }).where("id", "=", recordId).execute();
    await trx
      .deleteFrom("training_reminder")
      .where("record_id", "=", recordId)
      .where("kind", "in", ["DUE_SOON", "OVERDUE"])
      .execute();
    await tellDueDay(ctx, trx, { ...record, dueOn }, change.id);
    return done({ recordId });
  });
}
