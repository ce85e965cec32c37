import { money } from "../../kernel/money.ts";
import type { RefundInstruction } from "../../providers/provider.ts";
import { logAnswer, timed } from "../actions/log-exchange.ts";
import { markSent } from "../actions/mark-sent.ts";
import { reportAnswer } from "../actions/report-answer.ts";
import { voidInTime } from "../actions/void-in-time.ts";
import { findRefund, type RefundRow } from "../queries/find-refund.ts";
import { askAboutRefund } from "./ask-about-refund.ts";
import { providerOf, type RefundWork } from "./refund-work.ts";

/**
 * Sends a queued instruction. It is marked as sent first, in a transaction of its own: if this process dies during the
 * call, whoever takes the job over finds it so, and asks. A job that was to wait for the end of a maintenance does nothing
 * where its refund waits for that no longer: it was sent when the window ended early, and may have been put off since.
 */
export async function submitRefund(work: RefundWork, refundId: string, heldUntil?: string): Promise<void> {
  const { house, signal } = work;
  const found = await findRefund(house.db, refundId);
  if (heldUntil !== undefined && found?.next_step_at?.getTime() !== Date.parse(heldUntil)) return;
  if (found?.state === "SUBMITTED" || found?.state === "UNKNOWN") return askAboutRefund(work, refundId);
  if (found?.state !== "QUEUED") return;
  const refund = await voidInTime(house, found);
  const attemptId = await markSent(house, refund);
  if (attemptId === null) return;
  const provider = providerOf(work, refund.provider);
  const exchange = await timed(() => provider.submitRefund(toInstruction(refund), signal));
  await logAnswer(house, attemptId, exchange);
  await reportAnswer(house, refundId, refund.instruction_key, exchange.answer);
}

function toInstruction(refund: RefundRow): RefundInstruction {
  return {
    key: refund.instruction_key,
    kind: refund.kind,
    amount: money(refund.amount_minor, refund.currency),
    originalReference: refund.original_reference,
  };
}
