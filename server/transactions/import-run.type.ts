import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { localised } from "../graphql/locale.ts";
import { Node } from "../graphql/node.type.ts";
import { BigIntScalar, DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { fileProblemText, rowProblemText } from "./domain/import-text.ts";
import type { ImportKind, ImportState } from "./domain/words.ts";
import type { ImportRunRow } from "./queries/find-import-runs.ts";
import type { ImportErrorRow } from "./queries/import-errors.ts";
import { ImportKindEnum, ImportStateEnum } from "./transaction-words.type.ts";

@ObjectType("ImportErrorReason", { description: "One thing that is wrong with a row." })
export class ImportErrorReasonType {
  @Field(() => String, { nullable: true, description: "The column; null where it is the row as a whole." })
  column!: string | null;

  @Field(() => String, { description: "Stable word for programs, e.g. MISSING or DIFFERS." })
  code!: string;

  @Field(() => String, { description: "In the reader's language." })
  message!: string;
}

@ObjectType("ImportError", { description: "A row that was not taken. The rows around it were." })
export class ImportErrorType {
  @Field(() => Int, { description: "The line in the file; the heading is line 1." })
  line!: number;

  @Field(() => [ImportErrorReasonType], { description: "Every reason, not the first." })
  reasons!: readonly ImportErrorReasonType[];

  @Field(() => String, { description: "The row, with card numbers masked." })
  row!: string;
}

export const ImportErrorConnection = connectionOf(ImportErrorType, "ImportError");

@ObjectType("ImportRun", {
  implements: Node,
  description: "One reading of a file. Reading the same file again changes nothing.",
})
export class ImportRunType extends Node {
  /** The row behind it. Not on the wire. */
  run!: ImportRunRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => ImportKindEnum)
  kind!: ImportKind;

  @Field(() => String)
  fileName!: string;

  @Field(() => ImportStateEnum)
  state!: ImportState;

  @Field(() => BigIntScalar, { nullable: true, description: "Null while the upload still comes in." })
  bytesTotal!: bigint | null;

  @Field(() => BigIntScalar, { description: "How much of the file is read and kept." })
  bytesRead!: bigint;

  @Field(() => Int)
  rowsRead!: number;

  @Field(() => Int)
  rowsNew!: number;

  @Field(() => Int, { description: "Known already, and brought up to date." })
  rowsChanged!: number;

  @Field(() => Int, { description: "There already, and the same." })
  rowsSame!: number;

  @Field(() => Int)
  rowsBad!: number;

  @Field(() => String, {
    nullable: true,
    description: "Why the file as a whole was given up, in the reader's language.",
  })
  failure!: string | null;

  @Field(() => DateTime)
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => String, { description: "Where the report of its bad rows is fetched, as CSV." })
  errorReportPath!: string;
}

export const ImportRunConnection = connectionOf(ImportRunType, "ImportRun");

export function toImportRun(run: ImportRunRow, locale: Locale): ImportRunType {
  const id = toGlobalId("ImportRun", run.id);
  return Object.assign(new ImportRunType(), {
    run,
    id,
    kind: run.kind,
    fileName: run.file_name,
    state: run.state,
    bytesTotal: run.bytes_total,
    bytesRead: run.bytes_read,
    rowsRead: run.rows_read,
    rowsNew: run.rows_new,
    rowsChanged: run.rows_changed,
    rowsSame: run.rows_same,
    rowsBad: run.rows_bad,
    failure: run.failure === null ? null : localised(fileProblemText(run.failure), locale),
    startedAt: run.started_at,
    finishedAt: run.finished_at,
    errorReportPath: `/imports/${id}/errors.csv`,
  });
}

export function toImportError({ line, problems, row }: ImportErrorRow, locale: Locale): ImportErrorType {
  const reasons = problems.map((problem) => ({
    column: problem.column,
    code: problem.code,
    message: localised(rowProblemText(problem), locale),
  }));
  return Object.assign(new ImportErrorType(), { line, reasons, row });
}
