import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { defaultPolicyName } from "../domain/default-policy.ts";
import { findPolicyVersions, type PolicyVersionRow } from "./policy-versions.ts";

/** The id of the version that holds at that time, as SQL: a statement that needs more than the policy asks for it on the way. */
export function policyInForceId(at: Date): RawBuilder<string | null> {
  return sql<string | null>`(
    select policy_version.id from policy_version
    where policy_version.policy = ${defaultPolicyName} and policy_version.effective_from <= ${at}
    order by policy_version.effective_from desc, policy_version.version desc limit 1)`;
}

/** The version that holds at that time: one small statement, since contents are kept by id. Throws on a desk without a policy. */
export async function policyInForce(db: Db, at: Date): Promise<PolicyVersionRow> {
  const { id } = await db.selectNoFrom(policyInForceId(at).as("id")).executeTakeFirstOrThrow();
  return getPolicyVersion(db, id, at);
}

/** The version behind an id that `policyInForceId` gave. */
export async function getPolicyVersion(db: Db, id: string | null, at: Date): Promise<PolicyVersionRow> {
  const found = id === null ? undefined : (await findPolicyVersions(db, [id])).get(id);
  if (found === undefined) throw new Error(`No policy is in force on ${at.toISOString()}`);
  return found;
}
