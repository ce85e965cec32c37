import { defineEntity, p } from "@mikro-orm/core";
import type { ImportKind, ImportState } from "./domain/words.ts";

/** One reading of a file: how far it is, and what became of its rows. */
export const ImportRunSchema = defineEntity({
  name: "ImportRun",
  tableName: "import_run",
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<ImportKind>(),
    fileName: p.text(),
    state: p.text().$type<ImportState>(),
    startedById: p.uuid().nullable(),
    bytesTotal: p.bigint("bigint").nullable(),
    bytesRead: p.bigint("bigint").default(0),
    rowsRead: p.integer().default(0),
    rowsNew: p.integer().default(0),
    rowsSame: p.integer().default(0),
    rowsBad: p.integer().default(0),
    /** Why the whole file was given up, in words; null while it runs or when it is done. */
    failure: p.text().nullable(),
    startedAt: p.datetime(3),
    finishedAt: p.datetime(3).nullable(),
  },
});

export class ImportRun extends ImportRunSchema.class {}
ImportRunSchema.setClass(ImportRun);

/** A row that was not taken: its line in the file, the reason, and the row itself with card numbers masked. */
export const ImportErrorSchema = defineEntity({
  name: "ImportError",
  tableName: "import_error",
  properties: {
    run: () => p.manyToOne(ImportRun).primary(),
    line: p.integer().primary(),
    column: p.text().nullable(),
    reason: p.text(),
    row: p.text(),
  },
});

export class ImportError extends ImportErrorSchema.class {}
ImportErrorSchema.setClass(ImportError);
