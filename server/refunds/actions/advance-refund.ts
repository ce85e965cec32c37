import type { EffectContext } from "../../cases/case-features.ts";
import type { Refusal } from "../../cases/domain/refusal.ts";
import type { Db } from "../../platform/database/database.ts";
import { rulesOf } from "../../providers/domain/provider-rules.ts";
import { type NextStep, nextStepOf } from "../domain/next-step.ts";
import { nextRefundState, type RefundEvent, refundMachine } from "../domain/refund-machine.ts";
import type { RefundMode, RefundState } from "../domain/words.ts";
import { aboveRefundable, moveMoney } from "./move-money.ts";

/** What of an instruction decides its next step. */
export interface AdvancedRefund {
  readonly id: string;
  readonly state: RefundState;
  readonly provider: string;
  readonly transaction_id: string;
  readonly amount_minor: bigint;
  readonly holds_money: boolean;
}

/** Columns that some events bring. */
export interface RefundColumns {
  readonly instruction_key?: string;
  readonly provider_reference?: string;
  readonly failure_code?: string | null;
  readonly failure_retryable?: boolean | null;
  readonly expected_on?: string | null;
  readonly settled_at?: Date;
  readonly mode?: RefundMode;
}

export interface Advance {
  readonly event: RefundEvent;
  readonly columns?: RefundColumns;
  readonly notBefore?: Date | null;
}

/**
 * Takes one instruction one event further, with its money and the job for its next step, in the caller's transaction.
 * The row of its case is locked by then, so nothing else changes the instruction meanwhile.
 */
export async function advanceRefund(
  db: Db,
  ctx: Pick<EffectContext, "clock" | "jobs">,
  refund: AdvancedRefund,
  { event, columns = {}, notBefore = null }: Advance,
): Promise<readonly Refusal[]> {
  const to = nextRefundState(refund.state, event);
  if (to === null) return [{ code: "STEP_NOT_OPEN", step: `refund:${event}` }];
  const holds = await moveMoney(db, refund, refundMachine[event].money);
  if (holds === null) return [await aboveRefundable(db, refund.transaction_id)];

  const at = ctx.clock.now();
  const { answerLostAfterMs, askAfterMs } = rulesOf(refund.provider);
  const sentTimes = to === "QUEUED" ? await countSent(db, refund.id) : 0;
  const next = nextStepOf({ event, to, at, sentTimes, notBefore, answerLostAfterMs, askAfterMs });
  const { numUpdatedRows } = await db
    .updateTable("refund")
    .set({
      ...columns,
      ...(event === "RETURN" && { returned_at: at }),
      state: to,
      holds_money: holds,
      next_step_at: next?.at ?? null,
    })
    .where("id", "=", refund.id)
    .where("state", "=", refund.state)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) throw new Error(`Refund ${refund.id} was changed without the lock of its case`);
  await enqueueStep(db, ctx, refund.id, next);
  return [];
}

/** One job waits for each instruction; a step that is due now is taken up at once. */
export async function enqueueStep(
  db: Db,
  { jobs, clock }: Pick<EffectContext, "clock" | "jobs">,
  refundId: string,
  next: NextStep | null,
): Promise<void> {
  if (next === null || next.job === null) return;
  const later = next.at > clock.now();
  await jobs.enqueue(db, next.job, { refundId }, { key: refundId, ...(later && { startAfter: next.at }) });
}

async function countSent(db: Db, refundId: string): Promise<number> {
  const { sent } = await db
    .selectFrom("refund_attempt")
    .select((eb) => eb.fn.countAll<bigint>().as("sent"))
    .where("refund_id", "=", refundId)
    .where("operation", "=", "SUBMIT")
    .executeTakeFirstOrThrow();
  return Number(sent);
}
