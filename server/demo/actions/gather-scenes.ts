import { sql } from "kysely";
import type { House } from "../../request-context.ts";
import type { DeskPlan } from "../plan/plan-desk.ts";
import { findPeople } from "../queries/find-people.ts";
import type { Scene } from "./scene.ts";

/** The cases that have been opened and not lived yet: nothing but their opening has happened. */
export async function gatherScenes(house: House, { cases, colleagues, openedAt }: DeskPlan): Promise<readonly Scene[]> {
  const people = await findPeople(house.db, colleagues);
  const rows = await house.db
    .selectFrom("cases")
    .select(["id", "opened_at", "event_count"])
    .where("opened_at", "=", sql<Date>`any(${cases.map((told) => told.openedAt)}::timestamptz[])`)
    .execute();
  const byOpening = new Map(rows.map((row) => [row.opened_at.getTime(), row]));
  if (byOpening.size < rows.length) throw new Error("Two of the demo's requests came in the same millisecond");
  return cases.flatMap((plan) => {
    const found = byOpening.get(plan.openedAt.getTime());
    if (found === undefined) throw new Error(`The case of row ${plan.row} was not opened`);
    return found.event_count > 1 ? [] : [{ house, people, plan, caseId: found.id, openedAt }];
  });
}
