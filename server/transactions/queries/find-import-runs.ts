import type { Db } from "../../platform/database/database.ts";

export const importRunColumns = [
  "id",
  "kind",
  "file_name",
  "columns",
  "header",
  "state",
  "started_by_id",
  "api_key_id",
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
