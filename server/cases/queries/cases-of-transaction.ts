import { sql } from "kysely";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import { casesInSight } from "../../staff/scope.ts";
import { type CaseRow, findCases } from "./find-cases.ts";

const most = 10;

/** The latest cases in sight about each sale. */
export const casesOfTransaction: LoaderOf<RequestContext, string, readonly CaseRow[]> = {
  async batch({ db, actor }, transactionIds) {
    const ranked = casesInSight(db, actor)
      .select([
        "cases.id",
        sql<bigint>`row_number() over (partition by cases.transaction_id order by cases.opened_at desc)`.as("place"),
      ])
      .where("cases.transaction_id", "=", sql<string>`any(${transactionIds}::uuid[])`);
    const ids = await db
      .selectFrom(ranked.as("ranked"))
      .select("ranked.id")
      .where("ranked.place", "<=", sql<bigint>`${sql.lit(most)}`)
      .execute();
    const rows = await findCases(
      db,
      actor,
      ids.map(({ id }) => id),
    );
    rows.sort((left, right) => right.opened_at.getTime() - left.opened_at.getTime());
    return grouped(transactionIds, rows, (row) => row.transaction_id ?? "");
  },
};
