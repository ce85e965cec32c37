import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import { planRefresh } from "../domain/clock-plan.ts";
import { gatherFacts } from "../queries/gather-facts.ts";
import { announceCase } from "./announce-case.ts";
import { writeClocks } from "./write-clocks.ts";

/**
 * Says the end of a case's clocks as soon as their calendar is published. Nobody acts here and the date follows from the
 * rule alone, so the chain of events does not grow. False where it still cannot be said.
 */
export function refreshClocks(house: House, caseId: string): Promise<boolean> {
  return house.db.transaction().execute(async (db) => {
    if (!(await lockCase(db, caseId))) return false;
    const found = (await gatherFacts(house, db, [caseId])).get(caseId);
    if (found === undefined) throw new Error(`Case ${caseId} vanished while locked`);
    const plan = planRefresh(found.clocks, found.calendars);
    if (plan.changed.length === 0) return false;
    await writeClocks(db, caseId, plan);
    await db
      .updateTable("cases")
      .set({ due_at: plan.dueAt, version: found.version + 1 })
      .where("id", "=", caseId)
      .execute();
    await announceCase(db, caseId, found.version + 1);
    return true;
  });
}

async function lockCase(db: Db, caseId: string): Promise<boolean> {
  const locked = await db.selectFrom("cases").select("id").where("id", "=", caseId).forUpdate().executeTakeFirst();
  return locked !== undefined;
}
