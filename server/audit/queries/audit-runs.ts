import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import { chainNames } from "../domain/words.ts";

export type AuditRunRow = Awaited<ReturnType<typeof latestRuns>>[number];

/** The latest runs that verified everything, the newest first. */
export function latestRuns(db: Db, many: number) {
  return db
    .selectFrom("audit_run")
    .selectAll()
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(many))
    .execute();
}

export type RunChainRow = Awaited<ReturnType<typeof chainsOfRuns>>[number];

function chainsOfRuns(db: Db, runs: readonly string[]) {
  return db
    .selectFrom("audit_run_chain")
    .selectAll()
    .where("run_id", "=", sql<string>`any(${runs}::uuid[])`)
    .orderBy(sql`array_position(${[...chainNames]}::text[], chain)`)
    .execute();
}

/** What a run found, kind by kind in the order of the table of chains. */
export const chainsOfRun: LoaderOf<{ readonly db: Db }, string, readonly RunChainRow[]> = {
  batch: async ({ db }, ids) => grouped(ids, await chainsOfRuns(db, ids), (row) => row.run_id),
};
