import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { type DraftAction, type DraftRefusal, draftRefusals } from "../domain/draft-life.ts";
import { type DraftRow, selectDrafts } from "../queries/find-drafts.ts";
import { gatherDraftFacts } from "../queries/gather-draft-facts.ts";
import { recordDraftEvent } from "./record-draft-event.ts";

/** Why nothing was written. */
export type PolicyFailure =
  | { readonly kind: "REFUSED"; readonly reasons: readonly DraftRefusal[] }
  | { readonly kind: "STALE"; readonly draftId: string }
  | { readonly kind: "NOT_FOUND" };

/**
 * Why drafts, and the test cases that they are tried by, are kept from somebody; null where they are shown. Whoever works on
 * policies is told which right is missing; anybody else, no more than that there is nothing.
 */
export function hiddenFrom({ permissions }: Pick<Actor, "permissions">): PolicyFailure | null {
  if (permissions.has("policy.approve")) return null;
  return permissions.has("policy.write") || permissions.has("policy.publish")
    ? { kind: "REFUSED", reasons: [{ code: "SEES_NO_DRAFTS" }] }
    : { kind: "NOT_FOUND" };
}

export interface DraftCommand {
  readonly draftId: string | null;
  readonly expectedRevision: number;
  readonly action: DraftAction;
  readonly note?: string | null;
  /** Whether the draft is just what this would make of it: then nothing is written, whichever revision it was written on. */
  readonly stands?: (draft: DraftRow) => boolean;
}

/** What a move writes beside its event; it may still find a reason against itself. */
export type DraftWrite = (db: Db, draft: DraftRow, actorId: string) => Promise<Result<DraftPatch, DraftRefusal>>;
export type DraftPatch = Partial<Pick<DraftRow, "state" | "kind" | "note" | "content">> & {
  readonly content_hash?: string;
  readonly author_ids?: string[];
};

/** Every change of a draft goes through here: lock, compare, decide, write, record, in one transaction. */
export function changeDraft(
  ctx: ActionContext,
  { draftId, expectedRevision, action, note = null, stands }: DraftCommand,
  write: DraftWrite,
): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    const { id: actorId } = ctx.actor;
    const draft =
      draftId === null ? undefined : await selectDrafts(db).where("id", "=", draftId).forUpdate().executeTakeFirst();
    const hidden = hiddenFrom(ctx.actor);
    if (hidden !== null) return refused(hidden);
    if (draft === undefined || actorId === null) return refused({ kind: "NOT_FOUND" });
    const isStale = draft.revision !== expectedRevision;
    if (isStale && stands?.(draft) !== true) return refused({ kind: "STALE", draftId: draft.id });
    const reasons = draftRefusals(await gatherDraftFacts(db, draft), action, ctx.actor);
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    if (isStale) return done(draft.id);
    const patch = await write(db, draft, actorId);
    if (!patch.ok) return refused({ kind: "REFUSED", reasons: [patch.error] });
    const at = ctx.clock.now();
    await db
      .updateTable("policy_draft")
      .set({ ...patch.value, revision: draft.revision + 1, updated_at: at })
      .where("id", "=", draft.id)
      .execute();
    // Saving while one types is no event of its own; that somebody wrote is.
    if (action !== "EDIT")
      await recordDraftEvent(db, { draftId: draft.id, action, actorId, contentHash: draft.contentHash, note, at });
    return done(draft.id);
  });
}
