import { done } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { isApproved } from "../domain/draft-life.ts";
import { changeDraft, type DraftCommand } from "./change-draft.ts";

/** One of the two agrees; with the second the text is approved. */
export function approveDraft(ctx: ActionContext, command: Omit<DraftCommand, "action">) {
  return changeDraft(ctx, { ...command, action: "APPROVE" }, async (_db, draft, actorId) => {
    const approvedBy = [...draft.approvedByIds, actorId];
    const state = isApproved(approvedBy, draft.authorIds) ? ("APPROVED" as const) : draft.state;
    return done({ state, approved_by_ids: approvedBy });
  });
}
