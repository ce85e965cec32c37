import { sql } from "kysely";
import { dueSpans, endOfSpan } from "../../cases/domain/due-within.ts";
import { fits } from "../../cases/queries/narrow-cases.ts";
import { casesInSight } from "../../staff/scope.ts";
import { counted } from "../domain/measured.ts";
import type { MeasureQuery } from "./measure-question.ts";

/** The open cases that are due within each span of the desk's days; each span has the one before it in it. */
export const clocksAtRisk: MeasureQuery = async (db, actor, { filter, now }) => {
  const counts = dueSpans.map((span) => sql`count(*) filter (where cases.due_at < ${endOfSpan(span, now)})::int`);
  const found = await casesInSight(db, actor)
    .where((eb) => fits(eb, { ...filter, open: true }))
    .select([sql<readonly number[]>`array[${sql.join(counts)}]`.as("counts"), sql<number>`count(*)::int`.as("open")])
    .executeTakeFirstOrThrow();
  return dueSpans.map((span, index) => counted(null, span, found.counts[index] ?? 0, found.open));
};
