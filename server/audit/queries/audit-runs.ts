import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

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
