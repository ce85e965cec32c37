import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import { type Money, money } from "../../kernel/money.ts";
import { dayIn } from "../../kernel/zoned-time.ts";
import type { Db } from "../../platform/database/database.ts";
import { evaluatePolicy } from "../../policies/domain/evaluate.ts";
import type { PolicyFacts, PolicyTrace } from "../../policies/domain/policy-content.ts";
import { policyOf } from "../../policies/queries/policy-in-force.ts";
import type { PolicyVersionRow } from "../../policies/queries/policy-versions.ts";
import type { TransactionRow } from "../../transactions/queries/find-transactions.ts";
import { type CheckRecords, deriveChecks } from "../domain/derive-checks.ts";
import { policyFacts } from "../domain/policy-facts.ts";
import type { CaseChannel, CaseReason } from "../domain/words.ts";

export interface WantedRequest {
  readonly sale: TransactionRow;
  readonly amount: Money;
  readonly reason: CaseReason;
  /** Proofs that the customer has in hand. */
  readonly proofs: readonly ProofKind[];
}

/** Whoever previews has the customer on the line. */
const channel: CaseChannel = "PHONE";

/** What the checks and the policy would say of a request that nobody has made yet. */
export interface PreviewedRequest {
  readonly checks: CheckRecords;
  readonly facts: PolicyFacts;
  readonly trace: PolicyTrace;
  readonly policy: PolicyVersionRow;
}

/** The same rules over the same facts as on opening the case, with the shop not yet asked. Writes nothing. */
export async function previewRequest(
  db: Db,
  { sale, amount, reason, proofs }: WantedRequest,
  at: Date,
): Promise<PreviewedRequest> {
  const policy = await policyOf(db, { merchantId: sale.merchant_id, channel }, at);
  const { content } = policy;
  const sources = {
    policy: content,
    reason,
    origin: "CUSTOMER" as const,
    amount: money(amount.minor, amount.currency),
    askedOn: dayIn(at, content.timeZone),
    transactionId: sale.id,
    sale: {
      currency: sale.currency,
      capturedMinor: sale.captured_minor,
      refundedMinor: sale.refunded_minor,
      inFlightMinor: sale.in_flight_minor,
      chargedBackMinor: sale.charged_back_minor,
      paidTwiceMinor: sale.paid_twice_minor,
      soldOn: dayIn(sale.processed_at, content.timeZone),
    },
    evidence: proofs,
    merchantAnswer: "NOT_ASKED" as const,
    network: sale.network,
    channel,
  };
  const checks = deriveChecks(sources, new Map());
  const facts = policyFacts(sources, checks);
  return {
    checks,
    facts,
    trace: evaluatePolicy(content, facts),
    policy,
  };
}
