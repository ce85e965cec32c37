import { requestApproval } from "../../approvals/actions/request-approval.ts";
import type { ApprovalDetail } from "../../approvals/approval-request.entity.ts";
import type { EffectStep } from "../../cases/case-features.ts";
import { alreadyBack } from "../../cases/domain/already-back.ts";
import type { CaseFacts } from "../../cases/domain/case-facts.ts";
import type { Money } from "../../kernel/money.ts";
import { findBarred } from "../queries/find-barred.ts";

/** Whose hand started the money: the one who approves it, or who made the offer that was accepted. */
function proposerOf({ move, facts, ctx }: EffectStep): string | null {
  return move.action === "ACCEPT_OFFER" ? (facts.offer?.byId ?? null) : ctx.actor.id;
}

/** Asks those whom the policy names above the agent's own limit, beside the instruction that waits for them. */
export async function askApproval(step: EffectStep, refundId: string, amount: Money): Promise<void> {
  const { db, facts, ctx, move } = step;
  const needs = facts.approvalsFor(amount);
  const proposerId = proposerOf(step);
  // Whoever proposes is told that they did; that they have before says no more.
  const barred = (await findBarred(db, facts.caseId)).filter(
    ({ staffId, because }) => staffId !== proposerId || because !== "DECIDED_THE_CASE",
  );
  // Who accepts an offer for the customer has decided as much as who made it.
  const { id } = ctx.actor;
  const accepted = move.action === "ACCEPT_OFFER" && id !== null && id !== proposerId;
  await requestApproval(
    db,
    ctx,
    {
      subject: { kind: "REFUND", id: refundId },
      caseId: facts.caseId,
      proposerId,
      barred: accepted ? [...barred, { staffId: id, because: "DECIDED_THE_CASE" }] : barred,
      needs,
      amount,
      detail: { caseNumber: facts.number, ...beforeOf(facts) },
      reason: move.action === "APPROVE_REFUND" ? move.input.reason : null,
    },
    facts.now,
  );
}

/** What the limits counted with the amount; whoever agrees sees the whole of it. */
export function beforeOf({ sale, refund }: Pick<CaseFacts, "sale" | "refund">): ApprovalDetail {
  const minor = alreadyBack(sale, refund);
  return minor === 0n ? {} : { alreadyBackMinor: String(minor) };
}
