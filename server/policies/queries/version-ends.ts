import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";

export interface VersionEnd {
  readonly effectiveUntil: Date | null;
  /** The version that it took over from; null for the first. */
  readonly previousId: string | null;
}

/** What may still come over a version, and so is never kept: when the next takes over, or that it is withdrawn. */
export const versionEnds: LoaderOf<{ readonly db: Db }, string, VersionEnd> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await db
        .selectFrom("policy_version as v")
        .select([
          "v.id",
          "v.effective_until",
          sql<string | null>`(
            select before.id from policy_version before where before.policy = v.policy
              and before.effective_from < v.effective_from
              and before.effective_until is distinct from before.effective_from
            order by before.effective_from desc limit 1)`.as("previous_id"),
        ])
        .where("v.id", "=", sql<string>`any(${ids}::uuid[])`)
        .execute(),
      (row) => row.id,
      (row): VersionEnd => ({ effectiveUntil: row.effective_until, previousId: row.previous_id }),
      { effectiveUntil: null, previousId: null },
    ),
};
