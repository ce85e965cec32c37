import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { maintenanceStateOf } from "../domain/maintenance.ts";
import { writeMaintenanceEvent } from "./write-maintenance-event.ts";

export interface StopMaintenance {
  readonly windowId: string;
  readonly expectedVersion: number;
}

export type StopMaintenanceFailure = "NOT_FOUND" | "STALE" | "OVER";

/** Cancels a window that has not begun; ends one that runs, and has what waited for it sent at once. */
export function stopMaintenance(
  ctx: ActionContext,
  { windowId, expectedVersion }: StopMaintenance,
): Promise<Result<string, StopMaintenanceFailure>> {
  return decideInTransaction<string, StopMaintenanceFailure>(ctx.db, async (db) => {
    const found = await db
      .selectFrom("provider_maintenance")
      .selectAll()
      .where("id", "=", windowId)
      .forUpdate()
      .executeTakeFirst();
    if (found === undefined) return refused("NOT_FOUND");
    if (found.version !== expectedVersion) return refused("STALE");
    const at = ctx.clock.now();
    const { id, provider, starts_at: startsAt, ends_at: endsAt, cancelled_at } = found;
    const state = maintenanceStateOf({ startsAt, endsAt, isCancelled: cancelled_at !== null }, at);
    if (state === "ENDED" || state === "CANCELLED") return refused("OVER");
    const isRunning = state === "RUNNING";
    await db
      .updateTable("provider_maintenance")
      .set({ version: found.version + 1, ...(isRunning ? { ends_at: at } : { cancelled_at: at }) })
      .where("id", "=", id)
      .execute();
    if (isRunning) await release(db, ctx, { provider, waitingUntil: endsAt });
    const by = { maintenanceId: id, actorId: ctx.actor.id, startsAt, endsAt, at };
    await writeMaintenanceEvent(db, { ...by, kind: isRunning ? "ENDED_EARLY" : "CANCELLED" });
    return done(id);
  });
}

/** What waited has no job until now (`hold-back`); a job too many finds its refund sent, and does nothing. */
async function release(
  db: Db,
  { clock, jobs }: Pick<ActionContext, "clock" | "jobs">,
  { provider, waitingUntil }: { readonly provider: string; readonly waitingUntil: Date },
): Promise<void> {
  const waiting = await db
    .updateTable("refund")
    .set({ next_step_at: clock.now() })
    .where("provider", "=", provider)
    .where("state", "=", "QUEUED")
    .where("next_step_at", "=", waitingUntil)
    .returning("id")
    .execute();
  if (waiting.length === 0) return;
  const due = waiting.map(({ id }) => ({ key: id, data: { refundId: id } }));
  await jobs.enqueueAll(db, "submit-refund", due);
}
