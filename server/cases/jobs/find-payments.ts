import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext, House } from "../../request-context.ts";
import { systemActor } from "../../staff/domain/actor.ts";
import { findOnlyPayment } from "../../transactions/queries/find-payment.ts";
import { performOnLatest } from "../actions/perform-on-latest.ts";
import { type CaseWithoutPayment, listWithoutPayment } from "../queries/list-without-payment.ts";

const page = 100;
const firstId = "00000000-0000-0000-0000-000000000000";

/**
 * Looks for the payments that were not on file when their customers asked, among what settlement files have brought since.
 * Any number of workers may do it at once: the key is made of the case and the payment. Gives how many were found.
 */
export async function findPayments(house: House, signal?: AbortSignal): Promise<number> {
  const ctx: ActionContext = { ...house, actor: systemActor, locale: "zh-CN" };
  let found = 0;
  for (let afterId = firstId; ; ) {
    const waiting = await listWithoutPayment(house.db, afterId, page);
    for (const one of waiting) {
      if (signal?.aborted === true) return found;
      if (await findPaymentOf(ctx, one)) found++;
    }
    const last = waiting.at(-1);
    if (waiting.length < page || last === undefined) return found;
    afterId = last.caseId;
  }
}

/** Nobody looks at what is found here, so it must be the only one that fits, and the named shop's own. */
async function findPaymentOf(ctx: ActionContext, { caseId, merchantId, slip }: CaseWithoutPayment): Promise<boolean> {
  const payment = await findOnlyPayment(ctx.db, slip);
  if (payment?.merchant_id !== merchantId) return false;
  const result = await performOnLatest(ctx, {
    caseId,
    move: { action: "FIND_PAYMENT", input: { transactionId: payment.id } },
    key: derivedId("find payment", caseId, payment.id),
  });
  if (result.ok) return true;
  const { error } = result;
  const codes = error.kind === "REFUSED" ? error.reasons.map(({ code }) => code) : [error.kind];
  ctx.log.warn({ caseId, codes }, "payments: one that was looked for could not be put on its case");
  return false;
}
