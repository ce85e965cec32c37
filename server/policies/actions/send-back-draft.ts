import { done } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { changeDraft, type DraftCommand } from "./change-draft.ts";

/** Gives it back to its authors with a reason; what had been agreed to was agreed to of that text, and is asked anew. */
export function sendBackDraft(ctx: ActionContext, command: Omit<DraftCommand, "action">) {
  return changeDraft(ctx, { ...command, action: "SEND_BACK" }, async () =>
    done({ state: "DRAFT" as const, approved_by_ids: [] }),
  );
}
