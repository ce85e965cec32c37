import { parse } from "csv-parse/sync";
import { localised } from "../../graphql/locale.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Locale } from "../../request-context.ts";
import type { RowProblem } from "../domain/import-problem.ts";
import { rowProblemText } from "../domain/import-text.ts";
import type { ImportRunRow } from "./find-import-runs.ts";
import { listImportErrors } from "./import-errors.ts";

const pageRows = 1000;

/** Two columns that no importer asks for, before the file's own: what is mended can be dropped again as it is. */
export function reportHeading({ header }: Pick<ImportRunRow, "header">): readonly string[] {
  return ["error_line", "error_reason", ...(header ?? ["row"])];
}

/** The rows that were not taken, one line each with every reason, read a page at a time. */
export async function* reportLines(
  db: Db,
  run: Pick<ImportRunRow, "id" | "header">,
  locale: Locale,
): AsyncGenerator<readonly (string | number)[]> {
  for (let afterLine = 0; ; ) {
    const page = await listImportErrors(db, run.id, { first: pageRows, afterLine });
    for (const { line, problems, row } of page) {
      yield [line, problems.map((problem) => reasonText(problem, locale)).join("; "), ...fieldsOf(row, run.header)];
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) return;
    afterLine = last.line;
  }
}

function reasonText(problem: RowProblem, locale: Locale): string {
  const reason = localised(rowProblemText(problem), locale);
  return problem.column === null ? reason : `${problem.column}: ${reason}`;
}

/** A row that was no record, or was cut where it is kept, is handed back as one text. */
function fieldsOf(row: string, header: readonly string[] | null): readonly string[] {
  if (header === null) return [row];
  const [fields]: string[][] = parse(row, {
    relax_quotes: true,
    relax_column_count: true,
    skip_records_with_error: true,
  });
  return fields ?? [row];
}
