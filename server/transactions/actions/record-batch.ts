import { sql } from "kysely";
import type { CsvRow } from "../../platform/csv/read-rows.ts";
import type { Db } from "../../platform/database/database.ts";
import { keptRow, keptText } from "../domain/kept-row.ts";
import type { BadRow, BatchTaken } from "../importer.ts";
import { type ImportRunRow, importRunColumns } from "../queries/find-import-runs.ts";

/** Beyond these a file is not one with bad rows but the wrong file; they are counted, and no longer kept one by one. */
export const keptBadRows = 20_000;

export interface ReadBatch {
  readonly rows: readonly CsvRow[];
  readonly taken: BatchTaken;
  readonly header: readonly string[];
}

/** Thrown when another worker has gone on with the same file. */
export class ImportTakenOver extends Error {}

/** Writes what became of a batch and the place behind it. Two workers on one file cannot both: the second finds the first's place. */
export async function recordBatch(
  db: Db,
  before: ImportRunRow,
  { rows, taken, header }: ReadBatch,
): Promise<ImportRunRow> {
  const end = rows.at(-1)?.end;
  if (end === undefined) return before;
  const after = await db
    .updateTable("import_run")
    .set({
      bytes_read: BigInt(end.byte),
      lines_read: end.line - 1,
      rows_read: before.rows_read + rows.length,
      rows_new: before.rows_new + taken.added,
      rows_changed: before.rows_changed + taken.changed,
      rows_same: before.rows_same + taken.same,
      rows_bad: before.rows_bad + taken.bad.length,
    })
    .where("id", "=", before.id)
    .where("bytes_read", "=", before.bytes_read)
    .where("state", "=", "RUNNING")
    .returning(importRunColumns)
    .executeTakeFirst();
  if (after === undefined) throw new ImportTakenOver(`Import ${before.id} goes on elsewhere`);
  await keepBadRows(db, before.id, taken.bad.slice(0, Math.max(0, keptBadRows - before.rows_bad)), header);
  return after;
}

async function keepBadRows(db: Db, runId: string, bad: readonly BadRow[], header: readonly string[]): Promise<void> {
  if (bad.length === 0) return;
  const lines = bad.map(({ row }) => row.line);
  const problems = bad.map((one) => JSON.stringify(one.problems));
  const texts = bad.map(({ row }) => (row.kind === "ROW" ? keptRow(row.fields, header) : keptText(row.text)));
  await sql`
    insert into import_error (run_id, line, problems, "row")
    select ${runId}::uuid, * from unnest(${lines}::int[], ${problems}::jsonb[], ${texts}::text[])
    on conflict (run_id, line) do nothing`.execute(db);
}
