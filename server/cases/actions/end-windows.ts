import { sql } from "kysely";
import type { House } from "../../request-context.ts";
import { noDeadline, windowRules } from "../domain/clock-plan.ts";
import { announceCase } from "./announce-case.ts";

/**
 * Ends the windows of closed cases that are over, some at a time: nobody was late and nothing follows, so no event tells of
 * it. Cases are locked before their clocks, as the door does; one that is being worked on waits for the next turn.
 */
export function endWindows({ db, clock }: House, most: number): Promise<number> {
  const now = clock.now();
  return db.transaction().execute(async (trx) => {
    const over = await trx
      .selectFrom("case_clock")
      .innerJoin("cases", "cases.id", "case_clock.case_id")
      .select(["cases.id", "cases.version"])
      .where("case_clock.state", "=", sql.lit("RUNNING"))
      .where("case_clock.due_at", "<", now)
      .where("case_clock.rule", "=", sql<string>`any(${windowRules})`)
      .orderBy("case_clock.due_at")
      .limit(most)
      .forUpdate("cases")
      .skipLocked()
      .execute();
    if (over.length === 0) return 0;
    const ids = over.map(({ id }) => id);
    await trx
      .updateTable("case_clock")
      .set((eb) => ({ state: "MET" as const, ended_at: eb.ref("due_at") }))
      .where("case_id", "in", ids)
      .where("state", "=", sql.lit("RUNNING"))
      .where("due_at", "<", now)
      .where("rule", "=", sql<string>`any(${windowRules})`)
      .execute();
    await trx
      .updateTable("cases")
      .set((eb) => ({ due_at: noDeadline, version: eb("version", "+", 1) }))
      .where("id", "in", ids)
      .execute();
    for (const { id, version } of over) await announceCase(trx, id, version + 1);
    return over.length;
  });
}
