import { closeRequest } from "../../approvals/actions/close-request.ts";
import { done } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { changeDraft, type DraftCommand } from "./change-draft.ts";

/** Discards it, and asks nobody any more. It stays on record, and another can be begun. */
export function discardDraft(ctx: ActionContext, command: Omit<DraftCommand, "action">) {
  return changeDraft(ctx, { ...command, action: "DISCARD" }, async (db, draft) => {
    await closeRequest(db, { kind: "POLICY_VERSION", id: draft.id }, "CALLED_OFF", ctx.clock.now());
    return done({ state: "DISCARDED" as const });
  });
}
