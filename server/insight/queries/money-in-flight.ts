import { sql } from "kysely";
import { refundsInSight } from "../../refunds/queries/narrow-refunds.ts";
import { counted } from "../domain/measured.ts";
import type { MeasureQuery } from "./measure-question.ts";

/** What is held and has not arrived, by state and currency; currencies are never added up. */
export const moneyInFlight: MeasureQuery = async (db, actor, { filter }) => {
  const rows = await refundsInSight(db, actor, { holdsMoney: true, cases: filter })
    .select([
      "refund.state",
      "refund.currency",
      sql<number>`count(*)::int`.as("count"),
      sql<string>`sum(refund.amount_minor)::text`.as("minor"),
    ])
    .groupBy(["refund.state", "refund.currency"])
    .orderBy("refund.currency")
    .orderBy("refund.state")
    .execute();
  return rows.map(({ state, currency, count, minor }) => ({
    ...counted(null, state, count),
    minor: BigInt(minor),
    currency,
  }));
};
