import { type Expression, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** How many rows a query has, where more than so many are all the same: reading stops there. */
export async function countAtMost(db: Db, query: Expression<unknown>): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`select count(*) as count from (${query}) as found`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}
