import { newId } from "../../kernel/ids.ts";
import { type Money, money } from "../../kernel/money.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { MerchantState } from "../../merchants/domain/registry.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext, House, Locale } from "../../request-context.ts";
import { strangerActor } from "../../staff/domain/actor.ts";
import { maskedSlip, type Slip } from "../../transactions/domain/slip.ts";
import { findPayment, findSlipMerchant, type PaymentRow } from "../../transactions/queries/find-payment.ts";
import { caseLinkToken, makeCaseLink } from "../case-link.ts";
import { amountProblems } from "../domain/claimed-amount.ts";
import { type Contact, isSameContact } from "../domain/contact.ts";
import type { RequestProblem } from "../domain/request-problem.ts";
import type { CaseReason } from "../domain/words.ts";
import { findOpenCaseOver, lockPayment } from "../queries/find-duplicates.ts";
import { claimKey, settleKey } from "./claim-key.ts";
import { openCase } from "./open-case.ts";

/** What a customer asks, read and cleaned. */
export interface SubmitRequest {
  readonly slip: Slip;
  readonly amount: Money;
  readonly reason: CaseReason;
  readonly message: string | null;
  readonly contact: Contact & { readonly locale: Locale };
  readonly idempotencyKey: string;
}

export interface SubmittedRequest {
  readonly caseId: string;
  readonly number: string;
  /** Of the private link. Whoever asks again under the same key is given the same; it is stored nowhere. */
  readonly token: string;
  readonly paymentFound: boolean;
}

export type RequestFailure =
  | { readonly kind: "REFUSED"; readonly reasons: readonly RequestProblem[] }
  | { readonly kind: "KEY_REUSED" };

/** Opens the case of a customer who came by themselves. Their key, and nobody's account, says that it is the same request again. */
export function submitRequest(
  house: ActionContext,
  request: SubmitRequest,
): Promise<Result<SubmittedRequest, RequestFailure>> {
  // Whoever is signed in at that browser: the form is the customer's, and so is the event.
  const ctx = { ...house, actor: strangerActor };
  return decideInTransaction<SubmittedRequest, RequestFailure>(ctx.db, async (db) => {
    const { idempotencyKey: key, ...input } = request;
    const claim = await claimKey(db, ctx.actor, { key, action: "SUBMIT_REQUEST", input }, ctx.clock.now());
    if (claim.kind === "REUSED") return refused({ kind: "KEY_REUSED" });
    if (claim.kind === "USED") return done(await getSubmitted(db, ctx, claim.caseId, key));

    const payment = (await findPayment(db, request.slip)) ?? null;
    const merchant = payment === null ? await findSlipMerchant(db, request.slip) : merchantOf(payment);
    const reasons = await reasonsAgainst(db, request, payment, merchant);
    if (merchant === null || reasons.length > 0) return refused({ kind: "REFUSED", reasons });
    const opened = await open(db, ctx, request, { payment, merchantId: merchant.id });
    await settleKey(db, ctx.actor, key, opened.caseId, opened.eventId);
    return done({ ...opened, paymentFound: payment !== null });
  });
}

interface SlipMerchant {
  readonly id: string;
  readonly state: MerchantState;
}

function merchantOf({ merchant_id: id, merchant_state: state }: PaymentRow): SlipMerchant {
  return { id, state };
}

/** What was paid at a shop that has closed is still owed an answer; what no file knows of it cannot be. */
async function reasonsAgainst(
  db: Db,
  { amount, slip, contact }: SubmitRequest,
  payment: PaymentRow | null,
  merchant: SlipMerchant | null,
): Promise<readonly RequestProblem[]> {
  const paid = payment === null ? slip.paid : money(payment.captured_minor, payment.currency);
  const reasons: RequestProblem[] = [...amountProblems(amount, paid)];
  if (merchant === null) reasons.push({ code: "MERCHANT_UNKNOWN", isGiven: slip.merchantNumber !== null });
  if (merchant?.state === "SUSPENDED") reasons.push({ code: "MERCHANT_SUSPENDED" });
  if (merchant?.state === "CLOSED" && payment === null) reasons.push({ code: "MERCHANT_CLOSED" });
  if (payment === null) return reasons;
  await lockPayment(db, payment.id);
  const already = await findOpenCaseOver(db, payment.id);
  if (already !== undefined) {
    const { number, phone, email } = already;
    reasons.push({ code: "ALREADY_OPEN", number: isSameContact(contact, { phone, email }) ? number : null });
  }
  return reasons;
}

async function open(
  db: Db,
  ctx: ActionContext,
  { slip, amount, reason, message, contact, idempotencyKey }: SubmitRequest,
  { payment, merchantId }: { readonly payment: PaymentRow | null; readonly merchantId: string },
) {
  const caseId = newId();
  // Made of the customer's own key, so that a lost answer is given again with the same link.
  const link = makeCaseLink(ctx.signing, caseId, idempotencyKey, ctx.clock.now());
  const opened = await openCase(db, ctx, {
    id: caseId,
    state: "NEW",
    origin: "CUSTOMER",
    channel: "WEB",
    reason,
    amount,
    transactionId: payment?.id ?? null,
    merchantId,
    customer: contact,
    story: message === null ? null : { thread: "CUSTOMER", body: message },
    link,
    // What the slip says, for whoever has to look for a payment that is not on file.
    data: payment === null ? { slip: maskedSlip(slip) } : {},
  });
  return { ...opened, token: link.token };
}

async function getSubmitted(db: Db, house: House, caseId: string, key: string): Promise<SubmittedRequest> {
  const { number, transaction_id, link_key } = await db
    .selectFrom("cases")
    .select(["number", "transaction_id", "link_key"])
    .where("id", "=", caseId)
    .executeTakeFirstOrThrow();
  // The link that opens the case now: one that was lost meanwhile has been replaced.
  const token = caseLinkToken(house.signing, caseId, link_key ?? key);
  return { caseId, number, token, paymentFound: transaction_id !== null };
}
