import type { EffectStep } from "../../cases/case-features.ts";
import { alreadyBack } from "../../cases/domain/already-back.ts";
import type { Refusal } from "../../cases/domain/refusal.ts";
import { policyOfCase } from "../../cases/queries/policy-of-case.ts";
import { newId } from "../../kernel/ids.ts";
import { type Money, money } from "../../kernel/money.ts";
import type { ProviderId } from "../../providers/domain/provider-rules.ts";
import { holdMoney } from "../../transactions/actions/hold-money.ts";
import { expectedArrival } from "../domain/expected-arrival.ts";
import { refundKindOf, refundModeOf } from "../domain/refund-kind.ts";
import { getSale } from "../queries/get-sale.ts";
import { enqueueStep } from "./advance-refund.ts";
import { askApproval } from "./ask-approval.ts";
import { aboveRefundable } from "./move-money.ts";

/** Who moves the money of every transaction, until transactions say which acquirer took them. */
const provider: ProviderId = "simulated-acquirer";

/** Writes the instruction and holds its money; where nobody else has to agree it is sent by a job, else they are asked. */
export async function proposeRefund(step: EffectStep, amount: Money): Promise<readonly Refusal[]> {
  const { db, ctx, transactionId, to } = step;
  if (transactionId === null) return [{ code: "NO_TRANSACTION" }];
  const at = ctx.clock.now();
  const sale = await getSale(db, transactionId);
  if (sale.currency !== amount.currency) return [{ code: "CURRENCY_DIFFERS", expected: sale.currency }];
  const { content: policy } = await policyOfCase(db, step.facts.caseId, at);
  const kind = refundKindOf(sale, amount.minor, at, policy.timeZone);
  if (kind === null) return [{ code: "NO_TRANSACTION" }];
  if (!(await holdMoney(db, transactionId, amount.minor))) return [await aboveRefundable(db, transactionId)];

  const [id, key] = [newId(), newId()];
  const queued = to === "REFUNDING";
  const mode = refundModeOf(sale, amount.minor);
  await db
    .insertInto("refund")
    .values({
      id,
      case_id: step.facts.caseId,
      transaction_id: transactionId,
      kind,
      mode,
      state: queued ? "QUEUED" : "AWAITING_APPROVAL",
      currency: amount.currency,
      amount_minor: amount.minor,
      provider,
      instruction_key: key,
      holds_money: true,
      expected_on: queued ? expectedArrival(at, policy, step.calendars) : null,
      created_at: at,
      next_step_at: queued ? at : null,
    })
    .execute();
  if (queued) await enqueueStep(db, ctx, id, { job: "submit-refund", at });
  else await askApproval(step, id, amount);
  const before = money(alreadyBack(step.facts.sale, step.facts.refund), amount.currency);
  step.record({
    ...{ refundId: id, refundKind: kind, refundMode: mode, refundAmount: amount },
    ...(before.minor > 0n && { alreadyBack: before }),
  });
  return [];
}

/** By the policy that holds for the case when the money is sent, whichever decided it. */
export async function expectedOn({ db, ctx, facts, calendars }: EffectStep): Promise<string | null> {
  const sentAt = ctx.clock.now();
  return expectedArrival(sentAt, (await policyOfCase(db, facts.caseId, sentAt)).content, calendars);
}
