import { stringify } from "csv-stringify/sync";
import { createUnionType, Field, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Result } from "../kernel/result.ts";
import { forSpreadsheets } from "../platform/csv/for-spreadsheets.ts";
import type { Locale } from "../request-context.ts";
import { type OutsideFileProblem, outsideFileText } from "./domain/outside-problem.ts";
import type { JudgedFile } from "./read-outside-file.ts";
import { OutsideFileType, type OutsideRowType, toOutsideRow } from "./training-import.type.ts";

@ObjectType("OutsideFileRefused", {
  implements: Problem,
  description: "It is no file of records, as a whole. Nothing was written.",
})
export class OutsideFileRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => String, { description: "Stable word for programs, e.g. COLUMNS_MISSING." })
  code!: string;
}

export const OutsideFileResult = createUnionType({
  name: "OutsideRecordFileResult",
  description: "A file of records from outside, before or after it was taken.",
  types: () => [OutsideFileType, OutsideFileRefusedType] as const,
});

export function toOutsideFileResult(
  result: Result<JudgedFile & { readonly added?: number }, OutsideFileProblem>,
  locale: Locale,
): typeof OutsideFileResult {
  if (!result.ok) {
    const { code } = result.error;
    return Object.assign(new OutsideFileRefusedType(), {
      code,
      message: localised(outsideFileText(result.error), locale),
    });
  }
  const { header, rows: judged, added } = result.value;
  const rows = judged.map((one) => toOutsideRow(one, header, locale));
  const bad = rows.filter(({ fate }) => fate === "BAD");
  const fresh = added ?? rows.filter(({ fate }) => fate === "NEW").length;
  return Object.assign(new OutsideFileType(), {
    header,
    rows,
    added: fresh,
    same: rows.length - bad.length - fresh,
    bad: bad.length,
    badRows: bad.length === 0 ? null : badRowsFile(header, bad),
  });
}

/** Two columns that the reading passes over, before the file's own: what is mended can be brought again as it is. */
function badRowsFile(header: readonly string[], rows: readonly OutsideRowType[]): string {
  const lines = rows.map(({ line, reasons, fields }) => [
    String(line),
    reasons.map(({ column, message }) => (column === null ? message : `${column}: ${message}`)).join("; "),
    ...fields,
  ]);
  const heading = ["error_line", "error_reason", ...header];
  return stringify([heading, ...lines], forSpreadsheets);
}
