import { sql } from "kysely";
import { fits } from "../../cases/queries/narrow-cases.ts";
import { casesInSight } from "../../staff/scope.ts";
import { counted } from "../domain/measured.ts";
import { bucketOf, endsOf, everySpan, type MeasureQuery } from "./measure-question.ts";

/** How many cases were opened, or closed, in each span. */
export const countBy =
  (column: "opened_at" | "closed_at"): MeasureQuery =>
  async (db, actor, { buckets, filter }) => {
    const { from, before } = endsOf(buckets);
    const rows = await casesInSight(db, actor)
      .where((eb) => fits(eb, filter))
      .where(`cases.${column}`, ">=", from)
      .where(`cases.${column}`, "<", before)
      .select([bucketOf(`cases.${column}`, buckets).as("bucket"), sql<number>`count(*)::int`.as("count")])
      .groupBy(sql.lit(1))
      .execute();
    return everySpan(buckets, rows, (span, row) => counted(span, null, row?.count ?? 0));
  };
