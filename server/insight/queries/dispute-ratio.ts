import { sql } from "kysely";
import { fits } from "../../cases/queries/narrow-cases.ts";
import { addDays } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { startOfDay } from "../../kernel/zoned-time.ts";
import { casesInSight } from "../../staff/scope.ts";
import { cardNetworks } from "../../transactions/domain/words.ts";
import { counted, type Measured } from "../domain/measured.ts";
import { monthBefore, monthsOf } from "../domain/periods.ts";
import { salesMonthOf } from "../domain/thresholds.ts";
import { bucketOf, type MeasureQuery } from "./measure-question.ts";

const mostRows = 20;
const laggards = cardNetworks.filter((network) => salesMonthOf(network) === "MONTH_BEFORE");

/** Disputes against sales, by merchant, network and calendar month. Sales are counted for those few months alone, by index. */
export const disputeRatio: MeasureQuery = async (db, actor, { buckets, filter }) => {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) return [];
  const months = monthsOf({ from: first.from, until: last.until });
  const ends = months.map(({ until }) => startOfDay(addDays(until, 1), deskTimeZone()));
  const starts = months.map(({ from }) => startOfDay(from, deskTimeZone()));
  const starts_before = months.map(({ from }) => startOfDay(monthBefore(from).from, deskTimeZone()));
  const disputes = casesInSight(db, actor)
    .innerJoin("dispute", "dispute.case_id", "cases.id")
    .where((eb) => fits(eb, filter))
    .where("dispute.opened_at", ">=", starts[0] ?? new Date(0))
    .where("dispute.opened_at", "<", ends.at(-1) ?? new Date(0))
    .select([
      "cases.merchant_id",
      "dispute.network",
      bucketOf("dispute.opened_at", months).as("month"),
      sql<number>`count(*)::int`.as("disputes"),
    ])
    .groupBy(["cases.merchant_id", "dispute.network", sql.lit(3)]);
  const lags = sql`d.network = any(${laggards}::text[])`;
  const at = (list: readonly Date[]) => sql`(${list}::timestamptz[])[d.month + 1]`;
  const { rows } = await sql<{
    readonly merchant_id: string;
    readonly network: (typeof cardNetworks)[number];
    readonly month: number;
    readonly disputes: number;
    readonly sales: number;
  }>`
    select d.*, sales.count as sales from (${disputes}) d, lateral (
      select count(*)::int as count from transaction
      where transaction.merchant_id = d.merchant_id and transaction.network = d.network
        and transaction.kind in ('SALE', 'COMPLETION')
        and transaction.processed_at >= case when ${lags} then ${at(starts_before)} else ${at(starts)} end
        and transaction.processed_at < case when ${lags} then ${at(starts)} else ${at(ends)} end
    ) sales
    order by d.disputes::float8 / nullif(sales.count, 0) desc nulls first, d.disputes desc, d.month desc, d.merchant_id, d.network
    limit ${sql.lit(mostRows)}`.execute(db);
  return rows.map(({ merchant_id, network, month, disputes: count, sales }): Measured => {
    const span = months[month] ?? null;
    return { ...counted(span, null, count, sales), merchantId: merchant_id, network };
  });
};
