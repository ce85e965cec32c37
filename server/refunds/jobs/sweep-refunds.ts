import { sql } from "kysely";
import type { House } from "../../request-context.ts";
import { enqueueStep } from "../actions/advance-refund.ts";
import { sayArrivals } from "../actions/say-arrivals.ts";
import type { RefundState } from "../domain/words.ts";

/** A step that is so late has lost its job: one given up, or a database put back to yesterday. */
const LATE_MS = 30_000;
const MOST_AT_ONCE = 500;

/** Asks again for the steps that nobody took, and says the days that could not be said before. Several sweeps at once share them; a job too many changes nothing. */
export async function sweepRefunds(house: House): Promise<number> {
  const now = house.clock.now();
  await sayArrivals(house.db);
  return house.db.transaction().execute(async (db) => {
    const { rows } = await sql<{ id: string; state: RefundState }>`
      update refund set next_step_at = ${now}
      where id in (
        select id from refund
        where state in ('QUEUED', 'SUBMITTED', 'PROCESSING', 'UNKNOWN') and next_step_at < ${new Date(now.getTime() - LATE_MS)}
        order by next_step_at limit ${sql.lit(MOST_AT_ONCE)} for update skip locked)
      returning id, state`.execute(db);
    for (const { id, state } of rows) {
      await enqueueStep(db, house, id, { job: state === "QUEUED" ? "submit-refund" : "ask-about-refund", at: now });
    }
    if (rows.length > 0) house.log.warn({ count: rows.length }, "Overdue steps of refunds were asked for again");
    return rows.length;
  });
}
