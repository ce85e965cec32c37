import { requestApproval } from "../approvals/actions/request-approval.ts";
import type { Barred } from "../approvals/domain/may-decide.ts";
import { atLeastOneOther } from "../approvals/domain/needs.ts";
import type { Effect } from "../cases/case-features.ts";
import { approverTurn } from "../cases/domain/waits-on.ts";
import { money } from "../kernel/money.ts";
import type { Db } from "../platform/database/database.ts";
import { advanceRefund } from "./actions/advance-refund.ts";
import { beforeOf } from "./actions/ask-approval.ts";
import { findBarred } from "./queries/find-barred.ts";
import { findLatestRefund } from "./queries/find-refund.ts";

/**
 * Somebody says that a failed refund was paid outside, and shows it. Its money is held again, so that no other road is opened
 * for it, and others are asked: those whom the policy names for the amount, and at least one in any case.
 */
export const proposeManualRefund: Effect = async (step) => {
  const { db, ctx, facts, move, record } = step;
  if (move.action !== "PROPOSE_MANUAL_REFUND") throw new Error(`${move.action} records no manual refund`);
  const { reference, evidenceId } = move.input;
  const refund = await findLatestRefund(db, facts.caseId);
  if (refund === undefined) return [{ code: "REFUND_NOT_FAILED" }];
  if (!(await provesPayment(db, facts.caseId, evidenceId))) return [{ code: "PROOF_OF_PAYMENT_MISSING" }];
  const refused = await advanceRefund(db, ctx, refund, { event: "PROPOSE_BY_HAND" });
  if (refused.length > 0) return refused;

  const amount = money(refund.amount_minor, refund.currency);
  const needs = facts.approvalsFor(amount);
  const approvalId = await requestApproval(
    db,
    ctx,
    {
      subject: { kind: "MANUAL_REFUND", id: refund.id },
      caseId: facts.caseId,
      proposerId: ctx.actor.id,
      barred: [...(await findBarred(db, facts.caseId)), ...proposerOf(facts.proposedById)],
      needs: atLeastOneOther(needs),
      amount,
      detail: { caseNumber: facts.number, reference, evidenceId, ...beforeOf(facts) },
      reason: null,
    },
    facts.now,
  );
  step.waitFor(approverTurn(needs));
  record({ approvalId, refundId: refund.id });
  return [];
};

/** Whoever proposed the money in the first place confirms no part of it. */
function proposerOf(staffId: string | null): readonly Barred[] {
  return staffId === null ? [] : [{ staffId, because: "DECIDED_THE_CASE" }];
}

/** A proof of payment that stands on this very case. */
async function provesPayment(db: Db, caseId: string, evidenceId: string): Promise<boolean> {
  const file = await db
    .selectFrom("evidence")
    .select("id")
    .where("id", "=", evidenceId)
    .where("case_id", "=", caseId)
    .where("kind", "=", "PAYMENT_PROOF")
    .where("linked_at", "is not", null)
    .executeTakeFirst();
  return file !== undefined;
}
