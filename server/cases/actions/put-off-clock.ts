import { cancelClock, ruleOf, startClock } from "../../clocks/domain/clock-facts.ts";
import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import { firstDue } from "../domain/clock-plan.ts";
import { gatherFacts } from "../queries/gather-facts.ts";
import { writeClocks } from "./write-clocks.ts";

/**
 * What a clock counts begins later than was thought: the run in hand is called off, and one of the same length counts from
 * then; one that counts from then already is left. For whoever holds the lock of the case's row and raises its version; the reason stands with what was put off.
 */
export async function putOffClock(
  db: Db,
  house: Pick<House, "db" | "clock" | "caseFeatures">,
  caseId: string,
  { rule, from }: { readonly rule: string; readonly from: Date },
): Promise<void> {
  const found = (await gatherFacts(house, db, [caseId])).get(caseId);
  const running = found?.clocks.find((clock) => clock.rule === rule && clock.endedAt === null);
  if (found === undefined || running === undefined || running.startedAt >= from) return;
  const changed = [{ ...cancelClock(running, house.clock.now()), id: running.id }];
  const started = [startClock(ruleOf(running), from, null, found.calendars, running.length)];
  const kept = found.clocks.filter(({ id }) => id !== running.id);
  const dueAt = firstDue([...kept, ...started]);
  await writeClocks(db, caseId, { changed, started, dueAt });
  await db.updateTable("cases").set({ due_at: dueAt }).where("id", "=", caseId).execute();
}
