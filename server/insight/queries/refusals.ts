import { sql } from "kysely";
import type { CaseEventKind } from "../../cases/domain/words.ts";
import { fits } from "../../cases/queries/narrow-cases.ts";
import { casesInSight } from "../../staff/scope.ts";
import { decidingEvents, refusingEvent } from "../domain/decisions.ts";
import { counted } from "../domain/measured.ts";
import { bucketOf, endsOf, everySpan, type MeasureQuery } from "./measure-question.ts";

/** Of the cases decided in each span, how many were refused. */
export const refusals: MeasureQuery = async (db, actor, { buckets, filter }) => {
  const { from, before } = endsOf(buckets);
  const refused = sql`event.kind = ${sql.lit(refusingEvent)}`;
  const rows = await casesInSight(db, actor)
    .innerJoin("case_event as event", "event.case_id", "cases.id")
    .where((eb) => fits(eb, filter))
    .where("event.kind", "=", sql<CaseEventKind>`any(${decidingEvents}::text[])`)
    .where("event.at", ">=", from)
    .where("event.at", "<", before)
    .select([
      bucketOf("event.at", buckets).as("bucket"),
      sql<number>`count(distinct cases.id)::int`.as("of"),
      sql<number>`(count(distinct cases.id) filter (where ${refused}))::int`.as("refused"),
    ])
    .groupBy(sql.lit(1))
    .execute();
  return everySpan(buckets, rows, (span, row) => counted(span, null, row?.refused ?? 0, row?.of ?? 0));
};
