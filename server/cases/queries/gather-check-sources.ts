import { sql } from "kysely";
import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import { money } from "../../kernel/money.ts";
import { dayIn } from "../../kernel/zoned-time.ts";
import type { Db } from "../../platform/database/database.ts";
import type { PolicyChoice } from "../../policies/domain/choose-policy.ts";
import type { PolicyFacts } from "../../policies/domain/policy-content.ts";
import { chosenPolicy, policyCandidates, scopeOfCases } from "../../policies/queries/policy-in-force.ts";
import type { PolicyVersionRow } from "../../policies/queries/policy-versions.ts";
import type { CheckKind } from "../domain/checks.ts";
import type { CheckRecord, CheckSources } from "../domain/derive-checks.ts";

/** Everything that the checks and the policy look at, and what they said last. */
export interface GatheredSources {
  readonly sources: CheckSources;
  readonly recorded: ReadonlyMap<CheckKind, CheckRecord>;
  readonly policy: PolicyVersionRow;
  /** Why it is that policy and no other. */
  readonly choice: PolicyChoice;
  readonly latest: { readonly policyVersionId: string; readonly facts: PolicyFacts } | null;
}

/** Read inside the transaction, in one statement, so that it is one moment; the policy's content is kept by id. */
export async function gatherCheckSources(db: Db, caseId: string, at: Date): Promise<GatheredSources> {
  const row = await readRow(db, caseId, at);
  const { policy, choice } = await chosenPolicy(db, row.candidates);
  return {
    policy,
    choice,
    recorded: new Map(row.checks.map(({ kind, ...record }) => [kind, record])),
    latest: row.latest,
    sources: {
      policy: policy.content,
      reason: row.reason,
      origin: row.origin,
      amount: money(row.amount_minor, row.currency),
      askedOn: dayIn(row.opened_at, policy.content.timeZone),
      transactionId: row.transaction_id,
      sale: toSale(row, policy.content.timeZone),
      evidence: row.evidence,
      merchantAnswer: row.merchant_answer,
      network: row.network,
      channel: row.channel,
    },
  };
}

function readRow(db: Db, caseId: string, at: Date) {
  return db
    .selectFrom("cases")
    .leftJoin("transaction as sale", "sale.id", "cases.transaction_id")
    .where("cases.id", "=", caseId)
    .select([
      "cases.reason",
      "cases.origin",
      "cases.currency",
      "cases.amount_minor",
      "cases.opened_at",
      "cases.transaction_id",
      "cases.merchant_answer",
      "sale.currency as sale_currency",
      "sale.captured_minor",
      "sale.refunded_minor",
      "sale.in_flight_minor",
      "sale.charged_back_minor",
      "sale.paid_twice_minor",
      "sale.processed_at",
      "sale.network",
      "cases.channel",
      policyCandidates(at, scopeOfCases).as("candidates"),
      sql<readonly ProofKind[]>`array(
        select e.kind from evidence e where e.case_id = cases.id and e.linked_at is not null)`.as("evidence"),
      sql<readonly (CheckRecord & { readonly kind: CheckKind })[]>`coalesce((
        select jsonb_agg(jsonb_build_object('kind', c.kind, 'outcome', c.outcome, 'automatic', c.automatic, 'basis', c.basis))
        from case_check c where c.case_id = cases.id), '[]')`.as("checks"),
      sql<GatheredSources["latest"]>`(
        select jsonb_build_object('policyVersionId', d.policy_version_id, 'facts', d.facts)
        from decision d where d.case_id = cases.id order by d.at desc, d.id desc limit 1)`.as("latest"),
    ])
    .executeTakeFirstOrThrow();
}

function toSale(row: Awaited<ReturnType<typeof readRow>>, timeZone: string): CheckSources["sale"] {
  const { sale_currency: currency, captured_minor, refunded_minor, in_flight_minor, charged_back_minor } = row;
  // The join gives all of a sale or nothing of it; the types cannot know.
  if (currency === null || captured_minor === null || row.processed_at === null) return null;
  return {
    currency,
    capturedMinor: captured_minor,
    refundedMinor: refunded_minor ?? 0n,
    inFlightMinor: in_flight_minor ?? 0n,
    chargedBackMinor: charged_back_minor ?? 0n,
    paidTwiceMinor: row.paid_twice_minor ?? 0n,
    soldOn: dayIn(row.processed_at, timeZone),
  };
}
