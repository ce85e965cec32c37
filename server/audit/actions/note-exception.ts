import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { Disposition, ExceptionProblem } from "../domain/exceptions.ts";
import { type ExceptionRow, findException } from "../queries/list-exceptions.ts";

export interface NoteException {
  readonly eventId: string | null;
  /** How many notes the writer had seen. */
  readonly expectedNotes: number;
  readonly disposition: Disposition;
  readonly note: string;
}

/** Writes what compliance says of an exception, after what was said before; of two at once, one is told. */
export function noteException(
  ctx: ActionContext,
  { eventId, expectedNotes, disposition, note }: NoteException,
): Promise<Result<ExceptionRow, ExceptionProblem>> {
  return decideInTransaction(ctx.db, async (trx) => {
    const found = eventId === null ? null : await findException(trx, ctx.actor, eventId);
    if (found === null) return refused("EXCEPTION_NOT_FOUND");
    if (ctx.actor.id === null || found.own_work) return refused("EXCEPTION_IS_YOURS");
    if (found.notes !== expectedNotes) return refused("EXCEPTION_STALE");
    const written = await trx
      .insertInto("exception_note")
      .values({
        id: newId(),
        event_id: found.id,
        number: expectedNotes + 1,
        disposition,
        note,
        by_id: ctx.actor.id,
        at: ctx.clock.now(),
      })
      .onConflict((conflict) => conflict.columns(["event_id", "number"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (written === undefined) return refused("EXCEPTION_STALE");
    const after = await findException(trx, ctx.actor, found.id);
    return after === null ? refused("EXCEPTION_NOT_FOUND") : done(after);
  });
}
