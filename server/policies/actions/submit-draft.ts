import { done } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { changeDraft, type DraftCommand } from "./change-draft.ts";

/** Asks two people to read it. From here on the text stands still. */
export function submitDraft(ctx: ActionContext, command: Omit<DraftCommand, "action">) {
  return changeDraft(ctx, { ...command, action: "SUBMIT" }, async () => done({ state: "IN_REVIEW" as const }));
}
