import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

export type ImportErrorRow = Awaited<ReturnType<typeof listImportErrors>>[number];

/** Bad rows of one import in the order of their lines. */
export function listImportErrors(db: Db, runId: string, page: { readonly first: number; readonly afterLine: number }) {
  return db
    .selectFrom("import_error")
    .select(["line", "problems", "row"])
    .where("run_id", "=", runId)
    .where("line", ">", page.afterLine)
    .orderBy("line")
    .limit(sql.lit(page.first))
    .execute();
}
