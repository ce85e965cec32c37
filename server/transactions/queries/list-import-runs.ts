import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { type ImportRunRow, importRunColumns } from "./find-import-runs.ts";

/** Imports, the latest first. */
export function listImportRuns(db: Db, page: PageRequest): Promise<ImportRunRow[]> {
  const [at, id] = page.after ?? [];
  return db
    .selectFrom("import_run")
    .select(importRunColumns)
    .$if(at !== undefined, (q) =>
      q.where(sql<boolean>`(started_at, id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`),
    )
    .orderBy("started_at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}
