import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/connection.ts";
import type { Db } from "../../platform/database/database.ts";

export const importRunColumns = [
  "id",
  "kind",
  "file_name",
  "state",
  "started_by_id",
  "bytes_total",
  "bytes_read",
  "lines_read",
  "rows_read",
  "rows_new",
  "rows_changed",
  "rows_same",
  "rows_bad",
  "failure",
  "started_at",
  "finished_at",
] as const;
export type ImportRunRow = Awaited<ReturnType<typeof getImportRun>>;

export function getImportRun(db: Db, id: string) {
  return db.selectFrom("import_run").select(importRunColumns).where("id", "=", id).executeTakeFirstOrThrow();
}

export function findImportRun(db: Db, id: string): Promise<ImportRunRow | undefined> {
  return db.selectFrom("import_run").select(importRunColumns).where("id", "=", id).executeTakeFirst();
}

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
