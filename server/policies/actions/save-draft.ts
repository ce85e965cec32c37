import { done, type Result } from "../../kernel/result.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import type { ChangeKind } from "../domain/draft-life.ts";
import type { PolicyContent } from "../domain/policy-content.ts";
import type { DraftRow } from "../queries/find-drafts.ts";
import { changeDraft, type DraftCommand, type PolicyFailure } from "./change-draft.ts";

export interface SaveDraft extends Omit<DraftCommand, "action" | "stands"> {
  /** Makes the new text out of the one that stands. */
  readonly content: (before: PolicyContent) => PolicyContent;
  readonly kind: ChangeKind;
  readonly note: string;
}

/**
 * Keeps what was written, finished or not. Whoever writes becomes an author, and approves it no more. The same again, of
 * somebody whose answer was lost, is done already: only here is it known what becomes of a text when it is kept.
 */
export function saveDraft(
  ctx: ActionContext,
  { content, kind, note, ...command }: SaveDraft,
): Promise<Result<string, PolicyFailure>> {
  const stands = (draft: DraftRow) =>
    draft.kind === kind && draft.note === note && draft.contentHash === sha256(canonicalJson(content(draft.content)));
  return changeDraft(ctx, { ...command, action: "EDIT", stands }, async (_db, draft, actorId) => {
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
