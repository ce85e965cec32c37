import { sql } from "kysely";
import { fits } from "../../cases/queries/narrow-cases.ts";
import { addDays } from "../../kernel/day.ts";
import { deskDay, deskTimeZone } from "../../kernel/desk-day.ts";
import { startOfDay } from "../../kernel/zoned-time.ts";
import { casesInSight } from "../../staff/scope.ts";
import { ageBands, openedIn } from "../domain/age-bands.ts";
import { counted } from "../domain/measured.ts";
import type { MeasureQuery } from "./measure-question.ts";

/** The open cases by how long they have been open. */
export const openAge: MeasureQuery = async (db, actor, { filter, now }) => {
  const today = deskDay(now);
  const counts = ageBands.map((band) => {
    const { from, until } = openedIn(band, today);
    const before = startOfDay(addDays(until, 1), deskTimeZone());
    const since = from === null ? sql`true` : sql`cases.opened_at >= ${startOfDay(from, deskTimeZone())}`;
    return sql<number>`count(*) filter (where ${since} and cases.opened_at < ${before})::int`;
  });
  const found = await casesInSight(db, actor)
    .where((eb) => fits(eb, { ...filter, open: true }))
    .select(sql<readonly number[]>`array[${sql.join(counts)}]`.as("counts"))
    .executeTakeFirstOrThrow();
  return ageBands.map((band, index) => counted(null, band, found.counts[index] ?? 0));
};
