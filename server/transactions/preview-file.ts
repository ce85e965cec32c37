import { localised } from "../graphql/locale.ts";
import { bufferSource } from "../platform/csv/byte-source.ts";
import { readHeader } from "../platform/csv/read-header.ts";
import { type CsvRow, readRows } from "../platform/csv/read-rows.ts";
import type { Locale } from "../request-context.ts";
import { brokenRow } from "./domain/broken-row.ts";
import type { ChosenColumns } from "./domain/chosen-columns.ts";
import { findHeadings } from "./domain/columns.ts";
import { fileProblemOf } from "./domain/file-problem-of.ts";
import type { RowProblem } from "./domain/import-problem.ts";
import { fileProblemText, rowProblemText } from "./domain/import-text.ts";
import { keptField } from "./domain/kept-row.ts";
import type { Importer, OpenedFile } from "./importer.ts";

/** What a file looks like before it is taken: its columns, what they were taken for, and its first rows with what is wrong. */
export interface PreviewedFile {
  readonly header: readonly string[];
  readonly columns: readonly { readonly name: string; readonly required: boolean; readonly heading: string | null }[];
  readonly rows: readonly {
    readonly line: number;
    readonly fields: readonly string[];
    readonly problems: readonly { readonly column: string | null; readonly message: string }[];
  }[];
  /** Why the file could not be taken as a whole, as it is assigned now. */
  readonly failure: string | null;
}

const shownRows = 10;

/** Looks at the beginning of a file. Nothing is kept, and card numbers are masked in what is given back. */
export async function previewFile(
  beginning: Buffer,
  importer: Importer,
  chosen: ChosenColumns,
  locale: Locale,
): Promise<PreviewedFile> {
  const source = bufferSource(beginning);
  const header = await readHeader(source);
  if (header.kind !== "HEADER") return failed(localised(fileProblemText(fileProblemOf(header)), locale));
  const opened = importer.open(header.fields, chosen);
  const rows: CsvRow[] = [];
  for await (const batch of readRows(source, header, header.end, shownRows)) {
    rows.push(...batch);
    if (rows.length >= shownRows) break;
  }
  return {
    header: header.fields,
    columns: findHeadings(header.fields, importer.columns, chosen),
    rows: rows.slice(0, shownRows).map((row) => ({
      line: row.line,
      fields:
        row.kind === "ROW"
          ? row.fields.map((field, place) => keptField(field, header.fields[place]))
          : [keptField(row.text)],
      problems: problemsOf(row, opened.ok ? opened.value : null).map((problem) => ({
        column: problem.column,
        message: localised(rowProblemText(problem), locale),
      })),
    })),
    failure: opened.ok ? null : localised(fileProblemText(opened.error), locale),
  };
}

function problemsOf(row: CsvRow, opened: OpenedFile | null): readonly RowProblem[] {
  if (opened === null) return [];
  if (row.kind === "ROW") return opened.problemsOf(row.fields);
  const broken = brokenRow(row.why);
  return broken.ok ? [] : broken.error;
}

function failed(failure: string): PreviewedFile {
  return { header: [], columns: [], rows: [], failure };
}
