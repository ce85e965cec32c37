import { sql } from "kysely";
import type { House } from "../../request-context.ts";

/** A message so late has lost its job. */
const LATE_MS = 30_000;

/** Asks again for the sending of messages that nobody sent; one too many finds it sent. */
export async function sweepHeldMessages(house: House): Promise<number> {
  const late = new Date(house.clock.now().getTime() - LATE_MS);
  return house.db.transaction().execute(async (trx) => {
    const lost = await trx
      .selectFrom("held_message")
      .select("id")
      .where("state", "=", sql<"HELD">`'HELD'`)
      .where("sends_at", "<", late)
      .orderBy("sends_at")
      .limit(500)
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { id } of lost) await house.jobs.enqueue(trx, "send-held-message", { heldId: id }, { key: id });
    return lost.length;
  });
}
