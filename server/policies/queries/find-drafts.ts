import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import { standing } from "./policy-versions.ts";

/** The request of this asking: a text that went back to its authors is asked about anew. */
const latestRequest = sql`(
  select r.id from approval_request r
  where r.subject_kind = 'POLICY_VERSION' and r.subject_id = policy_draft.id
    and policy_draft.state in ('IN_REVIEW', 'APPROVED', 'PUBLISHED')
  order by r.opened_at desc, r.id desc limit 1)`;

const approvedBy = sql<readonly string[]>`(
  select coalesce(array_agg(d.staff_id order by d.at, d.id), '{}') from approval_decision d
  where d.verdict = 'GRANT' and d.request_id = ${latestRequest})`;

const proposedBy = sql<string | null>`(select r.proposer_id from approval_request r where r.id = ${latestRequest})`;

/**
 * The version that a draft changes: the one that it was begun from, or what stands in its place where that was withdrawn before it
 * decided anything.
 */
const changedVersion = sql<string | null>`(
  select v.id from policy_version v
  where v.policy = policy_draft.policy and v.id <> policy_draft.id and ${standing("v")}
    and v.effective_from <= (select b.effective_from from policy_version b where b.id = policy_draft.base_version_id)
  order by v.effective_from desc limit 1)`;

/** Drafts as plain rows, that others narrow. */
export function selectDrafts(db: Db) {
  return db
    .selectFrom("policy_draft")
    .select([
      ...(["id", "policy", "revision", "state", "kind", "note", "content", "content_hash as contentHash"] as const),
      ...(["author_ids as authorIds", "updated_at as updatedAt"] as const),
      changedVersion.as("baseVersionId"),
      approvedBy.as("approvedByIds"),
      proposedBy.as("proposedById"),
    ]);
}
export type DraftRow = Awaited<ReturnType<ReturnType<typeof selectDrafts>["execute"]>>[number];

export async function findDraft(db: Db, id: string): Promise<DraftRow | null> {
  return (await selectDrafts(db).where("id", "=", id).executeTakeFirst()) ?? null;
}

/** The one draft of a policy that is being worked on, null while there is none. */
export const openDraftOfPolicy: LoaderOf<{ readonly db: Db }, string, DraftRow | null> = {
  batch: async ({ db }, policies) =>
    inOrder(
      policies,
      await selectDrafts(db)
        .where("policy", "=", sql<string>`any(${policies}::text[])`)
        .where("state", "in", ["DRAFT", "IN_REVIEW", "APPROVED"])
        .execute(),
      (row) => row.policy,
      (row): DraftRow | null => row,
      null,
    ),
};

/** What happened to a draft, the latest first. */
export function listDraftEvents(db: Db, draftId: string) {
  return db
    .selectFrom("policy_draft_event")
    .select(["id", "action", "actor_id as actorId", "note", "at"])
    .where("draft_id", "=", draftId)
    .orderBy("at", "desc")
    .orderBy("id", "desc")
    .limit(sql.lit(100))
    .execute();
}
