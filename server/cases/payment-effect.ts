import { paidKinds } from "../transactions/queries/find-payment.ts";
import type { Effect, EffectStep } from "./case-features.ts";
import type { Refusal } from "./domain/refusal.ts";
import { findOpenCaseOver, lockPayment } from "./queries/find-duplicates.ts";

/**
 * Puts a payment on its case, the one that a file has brought or that somebody has found: one of the same shop, over which
 * no other case is open. What was asked of the policy while it was not known is asked again.
 */
export const linkPayment: Effect = async (step) => {
  const { ctx, db, facts, move, to, patch } = step;
  if (move.action !== "FIND_PAYMENT" && move.action !== "ATTACH_PAYMENT")
    throw new Error(`${move.action} finds no payment`);
  const { transactionId } = move.input;
  await lockPayment(db, transactionId);
  const reason = await reasonAgainst(step, transactionId);
  if (reason !== null) return [reason];
  // At once: the checks are asked again next, and read it off the row.
  await db.updateTable("cases").set({ transaction_id: transactionId }).where("id", "=", facts.caseId).execute();
  if (to === "NEW") {
    patch({ triage_asked_at: facts.now });
    await ctx.jobs.enqueue(db, "triage-case", { caseId: facts.caseId }, { key: facts.caseId });
  }
  return [];
};

async function reasonAgainst(step: EffectStep, transactionId: string): Promise<Refusal | null> {
  const { db, facts, transactionId: known, merchantId } = step;
  if (known !== null) return { code: "PAYMENT_KNOWN" };
  const payment = await db
    .selectFrom("transaction")
    .select(["currency"])
    .where("id", "=", transactionId)
    .where("merchant_id", "=", merchantId)
    .where("kind", "in", paidKinds)
    .executeTakeFirst();
  if (payment === undefined) return { code: "PAYMENT_NOT_THERE" };
  const claimed = facts.amount.currency;
  if (payment.currency !== claimed) return { code: "PAYMENT_CURRENCY_DIFFERS", claimed, paid: payment.currency };
  const other = await findOpenCaseOver(db, transactionId);
  return other === undefined ? null : { code: "PAYMENT_HAS_CASE", number: other.number };
}
