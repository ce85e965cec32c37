import { sql } from "kysely";
import type { PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";
import { type PolicyVersionRow, selectVersions, standing } from "./policy-versions.ts";

export function selectPolicies(db: Db) {
  return db.selectFrom("policy").select(["name", "scope", "value", "label", "created_at as createdAt"]);
}
export type PolicyRow = Awaited<ReturnType<ReturnType<typeof selectPolicies>["execute"]>>[number];

export async function findPolicy(db: Db, name: string): Promise<PolicyRow | null> {
  return (await selectPolicies(db).where("name", "=", name).executeTakeFirst()) ?? null;
}

/** The policies of all scopes in the order in which they were made: that for all merchants first. */
export function listPolicies(db: Db, page: PageRequest): Promise<PolicyRow[]> {
  const [at, name] = page.after ?? [];
  return selectPolicies(db)
    .$if(at !== undefined, (q) => q.where(sql<boolean>`(created_at, name) > (${at}::timestamptz, ${name})`))
    .orderBy("created_at")
    .orderBy("name")
    .limit(sql.lit(page.first + 1))
    .execute();
}

/** One of them; not standing where it was withdrawn before it began. */
export interface ListedVersion extends PolicyVersionRow {
  readonly standing: boolean;
}

/** All published versions of a policy, the newest first; the last hundred of each. */
export const versionsOfPolicy: LoaderOf<{ readonly db: Db }, string, readonly ListedVersion[]> = {
  batch: async ({ db }, policies) =>
    grouped(
      policies,
      await selectVersions(db)
        .select(standing().as("standing"))
        .where("policy", "=", sql<string>`any(${policies}::text[])`)
        .orderBy("effective_from", "desc")
        .limit(sql.lit(100 * policies.length))
        .execute(),
      (row) => row.policy,
    ),
};

/** The published versions of one policy that stand, the newest first; at most a hundred. */
export function listVersions(db: Db, policy: string): Promise<PolicyVersionRow[]> {
  return selectVersions(db)
    .where("policy", "=", policy)
    .where(standing())
    .orderBy("effective_from", "desc")
    .limit(sql.lit(100))
    .execute();
}
