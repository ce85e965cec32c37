import { createUnionType, Field, ObjectType } from "type-graphql";
import { KeyReusedType } from "../cases/case-action.result.ts";
import { caseActionText } from "../cases/domain/case-action-text.ts";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Result } from "../kernel/result.ts";
import type { Locale } from "../request-context.ts";
import { refusalText } from "./domain/export-text.ts";
import { type ExportRefusal, exportLimits } from "./domain/words.ts";
import { ExportRunType, toExportRun } from "./export.type.ts";
import type { ExportRow } from "./queries/find-exports.ts";

@ObjectType("ExportRefused", { implements: Problem, description: "Nothing was begun, or ended." })
export class ExportRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => String, {
    description: "Stable word for programs: NOT_PERMITTED, TOO_LARGE, TOO_MANY, NOT_FOUND or TOO_LATE.",
  })
  code!: ExportRefusal;
}

export const ExportResult = createUnionType({
  name: "ExportResult",
  description: "The export as it now is, or why not.",
  types: () => [ExportRunType, ExportRefusedType, KeyReusedType] as const,
});

export function toExportResult(
  result: Result<ExportRow, ExportRefusal | "KEY_REUSED">,
  locale: Locale,
): typeof ExportResult {
  if (result.ok) return toExportRun(result.value, locale);
  const code = result.error;
  if (code === "KEY_REUSED")
    return Object.assign(new KeyReusedType(), { message: caseActionText("KEY_REUSED", locale) });
  const most = code === "TOO_MANY" ? exportLimits.mostUnfinished : exportLimits.mostRows;
  return Object.assign(new ExportRefusedType(), { code, message: localised(refusalText(code, most), locale) });
}
