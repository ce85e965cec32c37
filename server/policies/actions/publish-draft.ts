import { done, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { placeVersion } from "../domain/timeline.ts";
import { soonestChange } from "../domain/version-life.ts";
import type { DraftRow } from "../queries/find-drafts.ts";
import { lockVersions } from "../queries/lock-versions.ts";
import { changeDraft, type DraftCommand } from "./change-draft.ts";
import { setVersionEnd } from "./set-version-end.ts";

export interface PublishDraft extends Omit<DraftCommand, "action"> {
  /** Null: from the soonest moment. */
  readonly from: Date | null;
}

/** Makes it a version that decides from a time on, ends the one before, and tells whoever must hear of it. */
export function publishDraft(ctx: ActionContext, { from, ...command }: PublishDraft) {
  return changeDraft(ctx, { ...command, action: "PUBLISH" }, async (db, draft, actorId) => {
    const all = await lockVersions(db, draft.policy);
    const now = ctx.clock.now();
    const soonest = soonestChange(now);
    const effectiveFrom = from ?? soonest;
    if (effectiveFrom < soonest) return refused({ code: "STARTS_IN_THE_PAST" });
    const placing = placeVersion(all, effectiveFrom);
    if (placing === null) return refused({ code: "STARTS_WITH_ANOTHER" });
    const { ends, effectiveUntil } = placing;
    if (ends !== null) await setVersionEnd(db, ends.id, effectiveFrom);
    const number = nextNumber(draft, all);
    await db
      .insertInto("policy_version")
      .values({
        id: draft.id,
        policy: draft.policy,
        ...number,
        content: draft.content,
        content_hash: draft.contentHash,
        effective_from: effectiveFrom,
        effective_until: effectiveUntil,
        displaces: ends !== null,
        published_at: now,
        change_note: draft.note,
        author_ids: [...draft.authorIds],
        approved_by_ids: [...draft.approvedByIds],
        published_by_id: actorId,
      })
      .execute();
    const published = { versionId: draft.id, policy: draft.policy, ...number, kind: draft.kind, effectiveFrom };
    for (const listen of ctx.onPolicyPublished) await listen(db, ctx, published);
    return done({ state: "PUBLISHED" as const });
  });
}

/** The number that a draft is published under. A number is given once; what was withdrawn has no wording that could be changed. */
export function nextNumber(
  { kind }: Pick<DraftRow, "kind">,
  versions: readonly { readonly version: number; readonly minor: number; readonly standing: boolean }[],
): { readonly version: number; readonly minor: number } {
  const newest = (of: typeof versions) => Math.max(0, ...of.map(({ version }) => version));
  const latest = newest(versions.filter(({ standing }) => standing));
  if (kind === "MAJOR" || latest === 0) return { version: newest(versions) + 1, minor: 0 };
  const minors = versions.filter(({ version }) => version === latest).map(({ minor }) => minor);
  return { version: latest, minor: Math.max(...minors) + 1 };
}
