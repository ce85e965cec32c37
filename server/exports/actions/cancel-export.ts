import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { type ExportRow, findOwnExport, getExport } from "../queries/find-exports.ts";
import { endExport } from "./end-export.ts";

/** Ends an export of one's own. The worker sees it before its next piece; one that was cancelled already is answered the same. */
export async function cancelExport(
  ctx: ActionContext,
  id: string | null,
): Promise<Result<ExportRow, "NOT_FOUND" | "TOO_LATE">> {
  const found = await findOwnExport(ctx.db, ctx.actor.id, id);
  if (found === null) return refused("NOT_FOUND");
  await endExport(ctx, found.id, { state: "CANCELLED" });
  const now = await getExport(ctx.db, found.id);
  return now.state === "CANCELLED" ? done(now) : refused("TOO_LATE");
}
