import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";

export interface VersionEnded {
  readonly action: string;
  readonly actorId: string | null;
  readonly note: string | null;
  readonly at: Date;
}

/** By whose hand a version was withdrawn or its policy ended, and why; null where a later one took over, or none has. */
export const versionEnded: LoaderOf<{ readonly db: Db }, string, VersionEnded | null> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await db
        .selectFrom("policy_draft_event")
        .distinctOn("draft_id")
        .select(["draft_id", "action", "actor_id as actorId", "note", "at"])
        .where("draft_id", "=", sql<string>`any(${ids}::uuid[])`)
        .where("action", "in", ["WITHDRAW", "END"])
        .orderBy("draft_id")
        .orderBy("at", "desc")
        .execute(),
      (row) => row.draft_id,
      (row): VersionEnded | null => row,
      null,
    ),
};
