import { sql } from "kysely";
import type { PageRequest } from "../../graphql/connection.ts";
import type { Db } from "../../platform/database/database.ts";
import type { LoaderOf } from "../../platform/loaders.ts";
import type { PolicyContent } from "../domain/policy-content.ts";

export interface PolicyVersionRow {
  readonly id: string;
  readonly policy: string;
  readonly version: number;
  readonly content: PolicyContent;
  readonly effectiveFrom: Date;
  readonly publishedAt: Date;
}

/** A published version is never changed, so what was read once holds for the life of the process. */
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

/** A page of all versions of all policies, the newest first. */
export function listPolicyVersions(db: Db, page: PageRequest): Promise<PolicyVersionRow[]> {
  const [at, id] = page.after ?? [];
  return selectVersions(db)
    .$if(at !== undefined, (query) => query.where(sql<boolean>`(effective_from, id) < (${new Date(at ?? 0)}, ${id})`))
    .orderBy("effective_from", "desc")
    .orderBy("id", "desc")
    .limit(page.first + 1)
    .execute();
}

/** What a cursor of that list holds. */
export function policyVersionCursor({ effectiveFrom, id }: PolicyVersionRow): readonly string[] {
  return [effectiveFrom.toISOString(), id];
}

/** A version by its id, null where there is none. */
export const policyVersionsById: LoaderOf<{ readonly db: Db }, string, PolicyVersionRow | null> = {
  batch: async ({ db }, ids) => {
    const found = await findPolicyVersions(db, ids);
    return ids.map((id) => found.get(id) ?? null);
  },
};

function selectVersions(db: Db) {
  return db
    .selectFrom("policy_version")
    .select(["id", "policy", "version", "content", "effective_from as effectiveFrom", "published_at as publishedAt"]);
}
