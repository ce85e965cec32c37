import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { grouped, type LoaderOf } from "../../platform/loaders.ts";

/** The most cases that one policy keeps: all of them run on every edit. */
export const mostTests = 200;

export function listPolicyTests(db: Db, policies: readonly string[]) {
  return db
    .selectFrom("policy_test")
    .select(["id", "policy", "name", "facts", "expected", "case_number as caseNumber"])
    .where("policy", "=", sql<string>`any(${policies}::text[])`)
    .orderBy("id")
    .limit(sql.lit(mostTests * Math.max(policies.length, 1)))
    .execute();
}
export type PolicyTestRow = Awaited<ReturnType<typeof listPolicyTests>>[number];

export const testsOfPolicy: LoaderOf<{ readonly db: Db }, string, readonly PolicyTestRow[]> = {
  batch: async ({ db }, policies) => grouped(policies, await listPolicyTests(db, policies), (row) => row.policy),
};
