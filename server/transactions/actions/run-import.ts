import { sql } from "kysely";
import type { ByteSource } from "../../platform/csv/byte-source.ts";
import { type CsvHeader, readHeader } from "../../platform/csv/read-header.ts";
import { type CsvRow, readRows, TooManyBrokenLines } from "../../platform/csv/read-rows.ts";
import type { ActionContext } from "../../request-context.ts";
import { fileProblemOf } from "../domain/file-problem-of.ts";
import type { FileProblem } from "../domain/import-problem.ts";
import type { Importer, TakeBatch } from "../importer.ts";
import { getImportRun, type ImportRunRow } from "../queries/find-import-runs.ts";
import { recordBatch } from "./record-batch.ts";

export type ImportProgress = Pick<
  ImportRunRow,
  | "state"
  | "bytes_read"
  | "bytes_total"
  | "rows_read"
  | "rows_new"
  | "rows_changed"
  | "rows_same"
  | "rows_bad"
  | "failure"
>;

export interface Watching {
  readonly onProgress?: (progress: ImportProgress) => void;
  /** Stops between two batches. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a file to its end, from where an earlier reading stopped. Each batch is written together with the place behind it,
 * so that whoever goes on after a crash loses no row and takes none twice. What is wrong with the file as a whole ends the
 * run as failed; the good rows before that stay.
 */
export async function runImport(
  ctx: ActionContext,
  importId: string,
  source: ByteSource,
  importer: Importer,
  watching: Watching = {},
): Promise<ImportProgress> {
  const run = await getImportRun(ctx.db, importId);
  // It may have ended before, or by another worker that was given the same file, since it was read.
  const { numUpdatedRows } = await ctx.db
    .updateTable("import_run")
    .set({ state: "RUNNING" })
    .where("id", "=", importId)
    .where("state", "not in", ["DONE", "FAILED"])
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return getImportRun(ctx.db, importId);
  const failure = await readAll(ctx, run, source, importer, watching);
  await ctx.db
    .updateTable("import_run")
    .set({
      state: failure === null ? "DONE" : "FAILED",
      failure,
      finished_at: ctx.clock.now(),
    })
    .where("id", "=", importId)
    .where("state", "=", "RUNNING")
    .execute();
  const ended = await getImportRun(ctx.db, importId);
  watching.onProgress?.(ended);
  return ended;
}

async function readAll(
  ctx: ActionContext,
  run: ImportRunRow,
  source: ByteSource,
  importer: Importer,
  watching: Watching,
): Promise<FileProblem | null> {
  const header = await readHeader(source);
  if (header.kind !== "HEADER") return fileProblemOf(header);
  const opened = importer.open(header.fields, run.columns ?? {});
  await keepHeader(ctx, run, header.fields);
  if (!opened.ok) return opened.error;
  const from = run.bytes_read === 0n ? header.end : { byte: Number(run.bytes_read), line: run.lines_read + 1 };
  try {
    await takeRows(ctx, run, readRows(source, header, from, importer.batchRows), header, opened.value.take, watching);
    return null;
  } catch (thrown) {
    if (thrown instanceof TooManyBrokenLines) return { code: "TOO_BROKEN", line: thrown.line };
    throw thrown;
  }
}

/** Bad rows are handed back under the heading that they came with. */
async function keepHeader(
  { db }: ActionContext,
  { id, header }: ImportRunRow,
  fields: readonly string[],
): Promise<void> {
  if (header !== null) return;
  await db
    .updateTable("import_run")
    .set({ header: sql`${JSON.stringify(fields)}::jsonb` })
    .where("id", "=", id)
    .execute();
}

async function takeRows(
  ctx: ActionContext,
  run: ImportRunRow,
  batches: AsyncIterable<readonly CsvRow[]>,
  header: CsvHeader,
  take: TakeBatch,
  { onProgress, signal }: Watching,
): Promise<void> {
  let progress = run;
  for await (const rows of batches) {
    let recorded: ImportRunRow | null = null;
    await take(ctx, rows, async (db, taken) => {
      recorded = await recordBatch(db, progress, { rows, taken, header: header.fields });
    });
    if (recorded === null) throw new Error("The importer took a batch without recording it");
    progress = recorded;
    onProgress?.(progress);
    // What is read stays read: whoever goes on begins behind this batch.
    signal?.throwIfAborted();
  }
}
