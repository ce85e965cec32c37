import type { Db } from "../../platform/database/database.ts";
import { chosenPolicy, policyCandidates, scopeOfCases } from "../../policies/queries/policy-in-force.ts";
import type { PolicyVersionRow } from "../../policies/queries/policy-versions.ts";

/** The policy that holds for a case at that time: that of its merchant, else its category, its channel, else everyone's. */
export async function policyOfCase(db: Db, caseId: string, at: Date): Promise<PolicyVersionRow> {
  const { candidates } = await db
    .selectFrom("cases")
    .select(policyCandidates(at, scopeOfCases).as("candidates"))
    .where("cases.id", "=", caseId)
    .executeTakeFirstOrThrow();
  return (await chosenPolicy(db, candidates)).policy;
}
