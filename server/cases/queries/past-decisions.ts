import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { PastDecision } from "../../policies/domain/back-test.ts";
import { type PolicyScope, policyScopes } from "../../policies/domain/choose-policy.ts";
import { outcomeOfTrace } from "../../policies/domain/run-tests.ts";
import { findPolicyVersions } from "../../policies/queries/policy-versions.ts";

/** The most cases that one back-test looks at, the latest first: more says nothing new, and this answers while one waits. */
export const mostPastCases = 5000;

export interface PastPeriod {
  readonly from: Date;
  readonly until: Date;
  readonly scope: PolicyScope;
  readonly value: string;
}

/** How each case of a time was decided last, where a policy of that scope would have had the word. */
export async function listPastDecisions(
  db: Db,
  { from, until, scope, value }: PastPeriod,
): Promise<readonly PastDecision[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom("decision")
        .distinctOn("decision.case_id")
        .select([
          "decision.case_id",
          "decision.policy_version_id",
          "decision.facts",
          "decision.trace",
          "decision.choice",
          "decision.at",
        ])
        .where("decision.at", ">=", from)
        .where("decision.at", "<", until)
        .orderBy("decision.case_id")
        .orderBy("decision.at", "desc")
        .orderBy("decision.id", "desc")
        .as("last"),
    )
    .innerJoin("cases", "cases.id", "last.case_id")
    .innerJoin("merchant", "merchant.id", "cases.merchant_id")
    .select(["cases.number", "last.policy_version_id", "last.facts", "last.trace", "last.choice"])
    .$if(scope === "MERCHANT", (q) => q.where(sql<boolean>`cases.merchant_id::text = ${value}`))
    .$if(scope === "CATEGORY", (q) => q.where("merchant.category_code", "=", value))
    .$if(scope === "CHANNEL", (q) => q.where(sql<boolean>`cases.channel = ${value}`))
    .orderBy("last.at", "desc")
    .limit(sql.lit(mostPastCases))
    .execute();
  const versions = await findPolicyVersions(db, [...new Set(rows.map((row) => row.policy_version_id))]);
  return rows.flatMap(({ number, policy_version_id, facts, trace, choice }) => {
    const content = versions.get(policy_version_id)?.content;
    const narrower = choice !== null && policyScopes.indexOf(choice.chosen.scope) < policyScopes.indexOf(scope);
    if (content === undefined || narrower) return [];
    return [{ caseNumber: number, facts, content, outcome: outcomeOfTrace(trace) }];
  });
}

/** How many decisions a version has taken. */
export const decisionsOfVersion: LoaderOf<{ readonly db: Db }, string, number> = {
  batch: async ({ db }, ids) =>
    inOrder(
      ids,
      await db
        .selectFrom("decision")
        .select(["policy_version_id", sql<number>`count(*)::int`.as("count")])
        .where("policy_version_id", "=", sql<string>`any(${ids}::uuid[])`)
        .groupBy("policy_version_id")
        .execute(),
      (row) => row.policy_version_id,
      (row) => row.count,
      0,
    ),
};
