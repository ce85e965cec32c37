import { sql } from "kysely";
import { refundsInSight } from "../../refunds/queries/narrow-refunds.ts";
import { counted } from "../domain/measured.ts";
import { bucketOf, endsOf, everySpan, type MeasureQuery } from "./measure-question.ts";

const hours = sql`extract(epoch from refund.settled_at - cases.opened_at)::float8 / 3600`;

/** How long customers waited for the money that arrived in each span. */
export const timeToMoney: MeasureQuery = async (db, actor, { buckets, filter }) => {
  const { from, before } = endsOf(buckets);
  const settled = { states: ["SETTLED"], settledFrom: from, settledBefore: before, cases: filter } as const;
  const rows = await refundsInSight(db, actor, settled)
    .select([
      bucketOf("refund.settled_at", buckets).as("bucket"),
      sql<number>`count(*)::int`.as("count"),
      sql<number>`percentile_cont(0.5) within group (order by ${hours})`.as("median"),
      sql<number>`percentile_cont(0.9) within group (order by ${hours})`.as("slow"),
    ])
    .groupBy(sql.lit(1))
    .execute();
  return everySpan(buckets, rows, (span, row) => ({
    ...counted(span, null, row?.count ?? 0),
    medianHours: row?.median ?? null,
    slowHours: row?.slow ?? null,
  }));
};
