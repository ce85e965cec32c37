import { sql } from "kysely";
import { addDays } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { refundsInSight, wasLate } from "../../refunds/queries/narrow-refunds.ts";
import { counted } from "../domain/measured.ts";
import { everySpan, type MeasureQuery } from "./measure-question.ts";

/** Of the refunds expected in each span, how many were late; a day that is not over yet tells nothing. */
export const lateArrival: MeasureQuery = async (db, actor, { buckets, filter, now }) => {
  const today = deskDay(now);
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return [];
  const yesterday = addDays(today, -1);
  const expected = { from: first.from, until: last.until < yesterday ? last.until : yesterday };
  // Days are kept as text that compares as days do.
  const starts = buckets.map(({ from }) => from);
  const rows = await refundsInSight(db, actor, { expected, cases: filter })
    .select([
      sql<number>`width_bucket(refund.expected_on, ${starts}::text[]) - 1`.as("bucket"),
      sql<number>`count(*)::int`.as("of"),
      sql<number>`count(*) filter (where ${wasLate(today)})::int`.as("late"),
    ])
    .groupBy(sql.lit(1))
    .execute();
  return everySpan(buckets, rows, (span, row) => counted(span, null, row?.late ?? 0, row?.of ?? 0));
};
