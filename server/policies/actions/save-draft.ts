import { done, type Result } from "../../kernel/result.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import type { ChangeKind } from "../domain/draft-life.ts";
import type { PolicyContent } from "../domain/policy-content.ts";
import { changeDraft, type DraftCommand, type PolicyFailure } from "./change-draft.ts";

export interface SaveDraft extends Omit<DraftCommand, "action"> {
  /** Makes the new text out of the one that stands. */
  readonly content: (before: PolicyContent) => PolicyContent;
  readonly kind: ChangeKind;
  readonly note: string;
}

/** Keeps what was written, finished or not. Whoever writes becomes an author, and approves it no more. */
export function saveDraft(
  ctx: ActionContext,
  { content, kind, note, ...command }: SaveDraft,
): Promise<Result<string, PolicyFailure>> {
  return changeDraft(ctx, { ...command, action: "EDIT" }, async (_db, draft, actorId) => {
    const text = content(draft.content);
    return done({
      kind,
      note,
      content: JSON.parse(canonicalJson(text)),
      content_hash: sha256(canonicalJson(text)),
      author_ids: [...new Set([...draft.authorIds, actorId])],
    });
  });
}
