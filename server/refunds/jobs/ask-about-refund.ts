import { enqueueStep } from "../actions/advance-refund.ts";
import { logQuestion, timed } from "../actions/log-exchange.ts";
import { reportAnswer } from "../actions/report-answer.ts";
import { waitBeforeAsking } from "../domain/ask-again.ts";
import { countQuestions, findRefund, type RefundRow } from "../queries/find-refund.ts";
import { providerOf, type RefundWork } from "./refund-work.ts";

/** Asks the provider by the instruction's key what became of it, and asks again later while that is not settled. */
export async function askAboutRefund(work: RefundWork, refundId: string): Promise<void> {
  const { house, signal } = work;
  const refund = await findRefund(house.db, refundId);
  if (refund === undefined || !isOpen(refund)) return;
  // Just sent: somebody may be waiting for the answer at this moment.
  if (refund.state === "SUBMITTED" && refund.next_step_at !== null && refund.next_step_at > house.clock.now()) {
    return askLater(work, refund, refund.next_step_at);
  }
  const provider = providerOf(work, refund.provider);
  const exchange = await timed(() => provider.queryRefund(refund.instruction_key, signal));
  await logQuestion(house, refund, exchange);
  if (await reportAnswer(house, refundId, refund.instruction_key, exchange.answer)) return;
  if (exchange.answer.answer === "NEVER_RECEIVED") {
    house.log.error({ refundId }, "The provider does not know a refund that it had accepted");
  }
  const askedTimes = await countQuestions(house.db, refund.id, refund.instruction_key);
  await askLater(work, refund, new Date(house.clock.now().getTime() + waitBeforeAsking(askedTimes)));
}

/** The next question, unless the refund has come to an end meanwhile. */
async function askLater({ house }: RefundWork, refund: RefundRow, at: Date): Promise<void> {
  await house.db.transaction().execute(async (db) => {
    const { numUpdatedRows } = await db
      .updateTable("refund")
      .set({ next_step_at: at })
      .where("id", "=", refund.id)
      .where("state", "=", refund.state)
      .where("instruction_key", "=", refund.instruction_key)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) await enqueueStep(db, house, refund.id, { job: "ask-about-refund", at });
  });
}

function isOpen({ state }: RefundRow): boolean {
  return state === "SUBMITTED" || state === "UNKNOWN" || state === "PROCESSING";
}
