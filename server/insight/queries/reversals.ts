import { sql } from "kysely";
import { overturners } from "../../cases/domain/overturners.ts";
import { firstOverturner } from "../../cases/queries/first-overturner.ts";
import { fits } from "../../cases/queries/narrow-cases.ts";
import { casesInSight } from "../../staff/scope.ts";
import { refusingEvent } from "../domain/decisions.ts";
import { counted } from "../domain/measured.ts";
import { bucketOf, endsOf, type MeasureQuery } from "./measure-question.ts";

/** Of the cases refused in each span, how many were overturned since, and by whom. */
export const reversals: MeasureQuery = async (db, actor, { buckets, filter }) => {
  const { from, before } = endsOf(buckets);
  const refused = casesInSight(db, actor)
    .innerJoin("case_event as event", "event.case_id", "cases.id")
    .where((eb) => fits(eb, filter))
    .where("event.kind", "=", sql.lit(refusingEvent))
    .where("event.at", ">=", from)
    .where("event.at", "<", before)
    .select(["cases.id", bucketOf("event.at", buckets).as("bucket"), firstOverturner("event").as("overturned_by")]);
  const rows = await db
    .selectFrom(refused.as("refused"))
    .select([
      "bucket",
      sql<number>`count(distinct id)::int`.as("of"),
      ...overturners.map((by) =>
        sql<number>`(count(distinct id) filter (where overturned_by = ${sql.lit(by)}))::int`.as(by),
      ),
    ])
    .groupBy("bucket")
    .execute();
  const found = new Map(rows.map((row) => [row.bucket, row]));
  return buckets.flatMap((span, index) => {
    const row = found.get(index);
    return overturners.map((by) => counted(span, by, row?.[by] ?? 0, row?.of ?? 0));
  });
};
