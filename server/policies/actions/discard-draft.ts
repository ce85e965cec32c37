import { done } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { changeDraft, type DraftCommand } from "./change-draft.ts";

/** Lays it aside. It stays on record, and another can be begun. */
export function discardDraft(ctx: ActionContext, command: Omit<DraftCommand, "action">) {
  return changeDraft(ctx, { ...command, action: "DISCARD" }, async () => done({ state: "DISCARDED" as const }));
}
