import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";

/** Drafts as plain rows, that others narrow. */
export function selectDrafts(db: Db) {
  return db
    .selectFrom("policy_draft")
    .select([
      ...(["id", "policy", "revision", "state", "kind", "note", "content", "content_hash as contentHash"] as const),
      ...(["base_version_id as baseVersionId", "author_ids as authorIds"] as const),
      ...(["approved_by_ids as approvedByIds", "updated_at as updatedAt"] as const),
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

/** What happened to a draft, the first thing first. */
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
