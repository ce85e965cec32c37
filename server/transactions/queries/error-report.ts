import { localised } from "../../graphql/locale.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Locale } from "../../request-context.ts";
import { rowProblemText } from "../domain/import-text.ts";
import { listImportErrors } from "./import-errors.ts";

const pageRows = 1000;

/** The lines of an import's error report, one for every reason, read a page at a time. */
export async function* reportLines(
  db: Db,
  runId: string,
  locale: Locale,
): AsyncGenerator<readonly (string | number)[]> {
  for (let afterLine = 0; ; ) {
    const page = await listImportErrors(db, runId, { first: pageRows, afterLine });
    for (const { line, problems, row } of page) {
      for (const problem of problems)
        yield [line, problem.column ?? "", localised(rowProblemText(problem), locale), row];
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageRows) return;
    afterLine = last.line;
  }
}
