import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import type { RefundRow } from "../queries/find-refund.ts";
import { findRunning } from "../queries/provider-maintenance.ts";

/**
 * Keeps a queued instruction back while its provider is in maintenance, in the transaction that would mark it as sent
 * (`lock-sending`). Its job for the planned end waits under the window's key: under its own it would keep out the job that an
 * early end asks for.
 */
export async function holdBack(
  trx: Db,
  { clock, jobs }: Pick<House, "clock" | "jobs">,
  { id, provider, instruction_key }: Pick<RefundRow, "id" | "provider" | "instruction_key">,
): Promise<boolean> {
  const now = clock.now();
  const found = await findRunning(trx, provider, now);
  if (found === undefined) return false;
  // Locks it, so that whoever ends it at this moment either finds this refund waiting, or is seen here to have ended it.
  const window = await trx
    .selectFrom("provider_maintenance")
    .select(["ends_at", "cancelled_at"])
    .where("id", "=", found.id)
    .forShare()
    .executeTakeFirst();
  if (window === undefined || window.cancelled_at !== null || window.ends_at <= now) return false;
  await trx
    .updateTable("refund")
    .set({ next_step_at: window.ends_at })
    .where("id", "=", id)
    .where("state", "=", "QUEUED")
    .where("instruction_key", "=", instruction_key)
    .execute();
  await jobs.enqueue(
    trx,
    "submit-refund",
    { refundId: id, heldUntil: window.ends_at.toISOString() },
    { key: `${id} after ${found.id}`, startAfter: window.ends_at },
  );
  return true;
}
