import { sql } from "kysely";
import { newId } from "../../kernel/ids.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import type { PolicyContent } from "../domain/policy-content.ts";
import { findPolicy } from "../queries/find-policies.ts";
import { selectVersions, standing } from "../queries/policy-versions.ts";
import { hiddenFrom, type PolicyFailure } from "./change-draft.ts";
import { recordDraftEvent } from "./record-draft-event.ts";

/** Begins the next version of a policy from its newest text that was not withdrawn. One draft a policy: the second to ask is told of the first. */
export function startDraft(ctx: ActionContext, policy: string): Promise<Result<string, PolicyFailure>> {
  return decideInTransaction<string, PolicyFailure>(ctx.db, async (db) => {
    if ((await findPolicy(db, policy)) === null) return refused({ kind: "NOT_FOUND" });
    const newest = await selectVersions(db)
      .where("policy", "=", policy)
      .where(standing())
      .orderBy("effective_from", "desc")
      .limit(1)
      .executeTakeFirst();
    if (newest === undefined) return refused({ kind: "REFUSED", reasons: [{ code: "NOTHING_TO_COPY" }] });
    return insertDraft(db, ctx, { policy, content: newest.content, baseVersionId: newest.id });
  });
}

/** Writes the draft's row and its first event; where one is open already, nothing. */
export async function insertDraft(
  db: Db,
  ctx: ActionContext,
  { policy, content, baseVersionId }: { policy: string; content: PolicyContent; baseVersionId: string | null },
): Promise<Result<string, PolicyFailure>> {
  const [id, at, { id: actorId }] = [newId(), ctx.clock.now(), ctx.actor];
  if (actorId === null) return refused({ kind: "NOT_FOUND" });
  // Nobody begins what they would not be shown.
  const hidden = hiddenFrom(ctx.actor);
  if (hidden !== null) return refused(hidden);
  const contentHash = sha256(canonicalJson(content));
  const written = await db
    .insertInto("policy_draft")
    .values({
      ...{ id, policy, content, revision: 1, state: "DRAFT", kind: "MAJOR", note: "" },
      content_hash: contentHash,
      base_version_id: baseVersionId,
      author_ids: [actorId],
      created_at: at,
      updated_at: at,
    })
    // The states stand in the statement itself: a prepared one whose plan is general cannot match them to the index.
    .onConflict((conflict) =>
      conflict.column("policy").where(sql<boolean>`state in ('DRAFT', 'IN_REVIEW', 'APPROVED')`).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  if (written === undefined) return refused({ kind: "REFUSED", reasons: [{ code: "DRAFT_EXISTS" }] });
  await recordDraftEvent(db, { draftId: id, action: "START", actorId, contentHash, note: null, at });
  return done(id);
}
