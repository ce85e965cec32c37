import type { Effect } from "./case-features.ts";
import { findOpenCaseOver, lockPayment } from "./queries/find-duplicates.ts";

/**
 * Puts the payment that was looked for on its case: one of the same shop, over which no other case is open. What else fits
 * the slip is for a person to tell.
 */
export const linkPayment: Effect = async ({ ctx, db, facts, move, to, transactionId: known, merchantId, patch }) => {
  if (move.action !== "FIND_PAYMENT") throw new Error(`${move.action} finds no payment`);
  const { transactionId } = move.input;
  await lockPayment(db, transactionId);
  const payment = await db
    .selectFrom("transaction")
    .select("merchant_id")
    .where("id", "=", transactionId)
    .executeTakeFirst();
  const isFree = known === null && (await findOpenCaseOver(db, transactionId)) === undefined;
  if (!isFree || payment?.merchant_id !== merchantId) return [{ code: "NO_TRANSACTION" }];
  // At once: the checks are asked again next, and read it off the row.
  await db.updateTable("cases").set({ transaction_id: transactionId }).where("id", "=", facts.caseId).execute();
  if (to === "NEW") {
    patch({ triage_asked_at: facts.now });
    await ctx.jobs.enqueue(db, "triage-case", { caseId: facts.caseId }, { key: facts.caseId });
  }
  return [];
};
