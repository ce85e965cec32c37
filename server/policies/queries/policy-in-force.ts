import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { choosePolicy, type PolicyCandidate, type PolicyChoice } from "../domain/choose-policy.ts";
import { defaultPolicyName } from "../domain/default-policy.ts";
import { findPolicyVersions, type PolicyVersionRow } from "./policy-versions.ts";

/** Where a statement finds the merchant and the channel that a case belongs to. */
export interface CaseScope {
  readonly merchantId: RawBuilder<unknown>;
  readonly channel: RawBuilder<unknown>;
}

/** The scope of a row of `cases`, for a statement that reads one. */
export const scopeOfCases: CaseScope = { merchantId: sql.ref("cases.merchant_id"), channel: sql.ref("cases.channel") };

/**
 * The versions in force that hold for a case, as JSON out of the statement that reads the case: at most one a scope. Which
 * of them decides is said by `choosePolicy` alone.
 */
export function policyCandidates(at: Date, { merchantId, channel }: CaseScope): RawBuilder<readonly PolicyCandidate[]> {
  return sql<readonly PolicyCandidate[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'policy', v.policy, 'scope', p.scope, 'value', p.value,
      'label', p.label, 'version', v.version, 'minor', v.minor)), '[]')
    from policy p
    join policy_version v on v.policy = p.name
      and v.effective_from <= ${at} and (v.effective_until is null or v.effective_until > ${at})
    where (p.scope, p.value) in (
      ('EVERYONE', ''),
      ('CHANNEL', ${channel}),
      ('CATEGORY', coalesce((select m.category_code from merchant m where m.id = ${merchantId}), '-')),
      ('MERCHANT', ${merchantId}::text)))`;
}

/** The version that decides a case, out of what `policyCandidates` gave. */
export async function chosenPolicy(
  db: Db,
  candidates: readonly PolicyCandidate[],
): Promise<{ readonly policy: PolicyVersionRow; readonly choice: PolicyChoice }> {
  const choice = choosePolicy(candidates);
  return { choice, policy: await getPolicyVersion(db, choice.chosen.id) };
}

/** The version that decides a request to a merchant by some door, before there is a case. */
export async function policyOf(
  db: Db,
  { merchantId, channel }: { readonly merchantId: string; readonly channel: string },
  at: Date,
): Promise<PolicyVersionRow> {
  const scope = { merchantId: sql`${merchantId}::uuid`, channel: sql`${channel}` };
  const { candidates } = await db.selectNoFrom(policyCandidates(at, scope).as("candidates")).executeTakeFirstOrThrow();
  return (await chosenPolicy(db, candidates)).policy;
}

/** The version for all merchants that holds at that time: one small statement, since contents are kept by id. */
export async function policyInForce(db: Db, at: Date): Promise<PolicyVersionRow> {
  const row = await db
    .selectFrom("policy_version")
    .select("id")
    .where("policy", "=", defaultPolicyName)
    .where("effective_from", "<=", at)
    .where((eb) => eb.or([eb("effective_until", "is", null), eb("effective_until", ">", at)]))
    .executeTakeFirst();
  if (row === undefined) throw new Error(`No policy is in force on ${at.toISOString()}`);
  return getPolicyVersion(db, row.id);
}

async function getPolicyVersion(db: Db, id: string): Promise<PolicyVersionRow> {
  const found = (await findPolicyVersions(db, [id])).get(id);
  if (found === undefined) throw new Error(`Policy version ${id} is not there`);
  return found;
}
