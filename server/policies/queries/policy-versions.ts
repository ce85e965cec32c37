import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { LoaderOf } from "../../platform/loaders.ts";
import type { PolicyContent } from "../domain/policy-content.ts";

export interface PolicyVersionRow {
  readonly id: string;
  readonly policy: string;
  readonly version: number;
  readonly content: PolicyContent;
  readonly minor: number;
  readonly contentHash: string;
  readonly effectiveFrom: Date;
  readonly publishedAt: Date;
  readonly changeNote: string;
  readonly authorIds: readonly string[];
  readonly approvedByIds: readonly string[];
  readonly publishedById: string | null;
}

/** Of a published version nothing but its end ever changes, so the rest, read once, holds for the life of the process. */
const known = new Map<string, PolicyVersionRow>();

/** Versions by id. Asks the database only for those that this process has not seen. */
export async function findPolicyVersions(
  db: Db,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PolicyVersionRow>> {
  const unknown = ids.filter((id) => !known.has(id));
  if (unknown.length > 0) {
    const rows = await selectVersions(db).where("id", "=", sql<string>`any(${unknown})`).execute();
    for (const row of rows) known.set(row.id, row);
  }
  return new Map(
    ids.flatMap((id) => {
      const row = known.get(id);
      return row === undefined ? [] : [[id, row] as const];
    }),
  );
}

/** A version by its id, null where there is none. */
export const policyVersionsById: LoaderOf<{ readonly db: Db }, string, PolicyVersionRow | null> = {
  batch: async ({ db }, ids) => {
    const found = await findPolicyVersions(db, ids);
    return ids.map((id) => found.get(id) ?? null);
  },
};

/** Versions that decide, have decided or will: not those that were withdrawn before they began. */
export const standing = (of = "policy_version") =>
  sql<boolean>`(${sql.ref(`${of}.effective_until`)} is distinct from ${sql.ref(`${of}.effective_from`)})`;

/** Every version of every policy, as rows that others narrow. */
export function selectVersions(db: Db) {
  return db
    .selectFrom("policy_version")
    .select([
      ...(["id", "policy", "version", "minor", "content", "content_hash as contentHash"] as const),
      ...(["effective_from as effectiveFrom", "published_at as publishedAt", "change_note as changeNote"] as const),
      ...(["author_ids as authorIds", "approved_by_ids as approvedByIds", "published_by_id as publishedById"] as const),
    ]);
}
