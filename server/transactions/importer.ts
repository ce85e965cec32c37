import type { Result } from "../kernel/result.ts";
import type { CsvRow } from "../platform/csv/read-rows.ts";
import type { Db } from "../platform/database/database.ts";
import type { ActionContext } from "../request-context.ts";
import type { ChosenColumns } from "./domain/chosen-columns.ts";
import type { ColumnSpecs } from "./domain/columns.ts";
import type { FileProblem, RowProblem } from "./domain/import-problem.ts";
import type { ImportKind } from "./domain/words.ts";

/** A row that was not taken, and every reason. */
export interface BadRow {
  readonly row: CsvRow;
  readonly problems: readonly RowProblem[];
}

/** What became of a batch. */
export interface BatchTaken {
  readonly added: number;
  /** Known already, and brought up to date. */
  readonly changed: number;
  readonly same: number;
  readonly bad: readonly BadRow[];
}

/**
 * Takes the rows of one batch. It calls `record` once, in the transaction that writes the rows where one transaction can
 * hold them all: a crash then leaves either the rows and the place behind them, or neither.
 */
export type TakeBatch = (
  ctx: ActionContext,
  rows: readonly CsvRow[],
  record: (db: Db, taken: BatchTaken) => Promise<void>,
) => Promise<void>;

/** One file, its columns found: how its rows are taken, and what is wrong with one by itself, for a preview. */
export interface OpenedFile {
  readonly take: TakeBatch;
  readonly problemsOf: (fields: readonly string[]) => readonly RowProblem[];
}

/** How one kind of file is taken in. */
export interface Importer {
  readonly kind: ImportKind;
  readonly batchRows: number;
  readonly columns: ColumnSpecs<string>;
  /** Finds the columns by the heading, or as they were chosen; what it gives is for this one file. */
  open(header: readonly string[], chosen?: ChosenColumns): Result<OpenedFile, FileProblem>;
}
