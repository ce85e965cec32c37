import { sql } from "kysely";
import type { House } from "../../request-context.ts";

/** A step that is so late has lost its job: one given up, or a database put back to yesterday. */
const LATE_MS = 120_000;
const MOST_AT_ONCE = 500;

/** Asks again for the triages that nobody took. Several sweeps at once share them; a triage too many finds nothing left to do. */
export async function sweepTriages(house: House): Promise<number> {
  const now = house.clock.now();
  return house.db.transaction().execute(async (db) => {
    const { rows } = await sql<{ id: string }>`
      update cases set triage_asked_at = ${now}
      where id in (
        select id from cases where triage_asked_at < ${new Date(now.getTime() - LATE_MS)}
        order by triage_asked_at limit ${sql.lit(MOST_AT_ONCE)} for update skip locked)
      returning id`.execute(db);
    for (const { id } of rows) await house.jobs.enqueue(db, "triage-case", { caseId: id }, { key: id });
    if (rows.length > 0) house.log.warn({ count: rows.length }, "Overdue triages were asked for again");
    return rows.length;
  });
}
