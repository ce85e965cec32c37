import { daysBetween } from "../../kernel/day.ts";
import type { PolicyFacts } from "../../policies/domain/policy-content.ts";
import { alreadyBack } from "./already-back.ts";
import { isSatisfied } from "./checks.ts";
import type { CheckRecords, CheckSources } from "./derive-checks.ts";

/** The facts that a policy decides on: plain JSON, so that they can be kept with the decision and replayed. */
export function policyFacts(sources: CheckSources, checks: CheckRecords): PolicyFacts {
  const { amount, reason, sale, askedOn, merchantAnswer, network, channel } = sources;
  const before = alreadyBack(sale, null);
  return {
    amountMinor: Number(amount.minor),
    currency: amount.currency,
    reason,
    daysSinceSale: sale === null ? null : daysBetween(sale.soldOn, askedOn),
    merchantAnswer,
    transactionFound: isSatisfied(checks.TRANSACTION_FOUND.outcome),
    amountRefundable: isSatisfied(checks.AMOUNT_REFUNDABLE.outcome),
    withinWindow: isSatisfied(checks.WITHIN_WINDOW.outcome),
    proofPresent: isSatisfied(checks.PROOF_PRESENT.outcome),
    identityConfirmed: isSatisfied(checks.IDENTITY_CONFIRMED.outcome),
    goodsAccepted: isSatisfied(checks.GOODS_STATE.outcome),
    ...(network !== null && { network }),
    channel,
    ...(before > 0n && { alreadyBackMinor: Number(before) }),
  };
}
