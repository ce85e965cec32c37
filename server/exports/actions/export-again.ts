import { type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { readQuestion } from "../export-question.ts";
import { type ExportRow, findOwnExport } from "../queries/find-exports.ts";
import { type StartProblem, startExport } from "./start-export.ts";

/** Asks for the list of an export of one's own once more: narrowed as it was then, under the rights of now. */
export async function exportAgain(
  ctx: ActionContext,
  id: string | null,
  key: string,
): Promise<Result<ExportRow, StartProblem | "NOT_FOUND">> {
  const found = await findOwnExport(ctx.db, ctx.actor.id, id);
  if (found === null) return refused("NOT_FOUND");
  return startExport(ctx, { question: readQuestion(found.question), asked: { again: found.id }, key });
}
