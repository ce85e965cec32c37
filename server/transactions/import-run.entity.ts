import { defineEntity, p } from "@mikro-orm/core";
import type { ChosenColumns } from "./domain/chosen-columns.ts";
import type { FileProblem, RowProblem } from "./domain/import-problem.ts";
import type { ImportKind, ImportState } from "./domain/words.ts";

/** One reading of a file: how far it is, and what became of its rows. */
export const ImportRunSchema = defineEntity({
  name: "ImportRun",
  tableName: "import_run",
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<ImportKind>(),
    fileName: p.text(),
    /** Columns that were assigned by hand. */
    columns: p.json<ChosenColumns>().nullable(),
    /** The heading as it was read; null until then. */
    header: p.json<readonly string[]>().nullable(),
    state: p.text().$type<ImportState>(),
    startedById: p.uuid().nullable(),
    /** The machine's key by which they started it. */
    apiKeyId: p.uuid().nullable(),
    bytesTotal: p.bigint("bigint").nullable(),
    /** Where reading goes on after a crash: all rows before this place are in the database, none behind it. */
    bytesRead: p.bigint("bigint").default(0),
    linesRead: p.integer().default(0),
    rowsRead: p.integer().default(0),
    rowsNew: p.integer().default(0),
    /** Known already, and brought up to date. */
    rowsChanged: p.integer().default(0),
    rowsSame: p.integer().default(0),
    rowsBad: p.integer().default(0),
    /** Why the whole file was given up; null while it runs or when it is done. */
    failure: p.json<FileProblem>().nullable(),
    startedAt: p.datetime(3),
    finishedAt: p.datetime(3).nullable(),
  },
});

export class ImportRun extends ImportRunSchema.class {}
ImportRunSchema.setClass(ImportRun);

/** A row that was not taken: its line in the file, every reason, and the row itself with card numbers masked. */
export const ImportErrorSchema = defineEntity({
  name: "ImportError",
  tableName: "import_error",
  properties: {
    run: () => p.manyToOne(ImportRun).primary(),
    line: p.integer().primary(),
    problems: p.json<readonly RowProblem[]>(),
    row: p.text(),
  },
});

export class ImportError extends ImportErrorSchema.class {}
ImportErrorSchema.setClass(ImportError);

/** A piece of an uploaded file until it has been read: in the database, so that any worker can take the import up. */
export const ImportChunkSchema = defineEntity({
  name: "ImportChunk",
  tableName: "import_chunk",
  properties: {
    run: () => p.manyToOne(ImportRun).primary(),
    startsAt: p.bigint("bigint").primary(),
    content: p.blob(),
  },
});

export class ImportChunk extends ImportChunkSchema.class {}
ImportChunkSchema.setClass(ImportChunk);
