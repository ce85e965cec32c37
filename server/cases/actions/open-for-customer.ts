import { type Money, money } from "../../kernel/money.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext, Locale } from "../../request-context.ts";
import { type Actor, systemActor } from "../../staff/domain/actor.ts";
import { lockMember } from "../../staff/queries/lock-member.ts";
import { transactionsInSight } from "../../staff/scope.ts";
import { amountProblems } from "../domain/claimed-amount.ts";
import type { Contact } from "../domain/contact.ts";
import type { RequestProblem } from "../domain/request-problem.ts";
import type { CaseReason } from "../domain/words.ts";
import { findOpenCaseOver, lockPayment } from "../queries/find-duplicates.ts";
import { claimKey, settleKey } from "./claim-key.ts";
import { openCase } from "./open-case.ts";
import type { RequestFailure } from "./submit-request.ts";

/** A request that somebody of the desk takes down, by telephone or at the counter, of a customer or of a merchant. */
export interface OpenForCustomer {
  /** Null for a garbled one, which is not there. */
  readonly transactionId: string | null;
  readonly origin: "CUSTOMER" | "MERCHANT";
  readonly channel: "PHONE" | "COUNTER" | "FILE";
  readonly amount: Money;
  readonly reason: CaseReason;
  readonly message: string | null;
  readonly contact: Contact & { readonly locale: Locale };
  /** The agent has seen the open case about the same payment, and this is another matter. */
  readonly despiteOpenCase: boolean;
  readonly idempotencyKey: string;
}

export interface OpenedForCustomer {
  readonly caseId: string;
  /** False: the same request was taken before under this key. */
  readonly isNew: boolean;
}

export function openForCustomer(
  ctx: ActionContext,
  request: OpenForCustomer,
): Promise<Result<OpenedForCustomer, RequestFailure>> {
  return decideInTransaction<OpenedForCustomer, RequestFailure>(ctx.db, async (db) => {
    const { idempotencyKey: key, ...input } = request;
    const holder = keyHolder(ctx.actor, request);
    const claim = await claimKey(db, holder, { key, action: "OPEN_FOR_CUSTOMER", input }, ctx.clock.now());
    if (claim.kind === "REUSED") return refused({ kind: "KEY_REUSED" });
    if (claim.kind === "USED") return done({ caseId: claim.caseId, isNew: false });

    const sale = await findSale(db, ctx, request.transactionId);
    if (sale === undefined) return refused({ kind: "REFUSED", reasons: [{ code: "TRANSACTION_UNKNOWN" }] });
    const reasons: RequestProblem[] = [...amountProblems(request.amount, money(sale.captured_minor, sale.currency))];
    await lockPayment(db, sale.id);
    const already = request.despiteOpenCase ? undefined : await findOpenCaseOver(db, sale.id);
    if (already !== undefined) reasons.push({ code: "ALREADY_OPEN", number: already.number });
    if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });

    const { origin, channel, reason, amount, message, contact } = request;
    const assigneeId = await whoCanWorkIt(db, ctx.actor.id);
    const opened = await openCase(db, ctx, {
      ...{ state: "NEW", origin, channel, reason, amount, customer: contact },
      transactionId: sale.id,
      merchantId: sale.merchant_id,
      story: message === null ? null : { thread: "CUSTOMER", body: message },
      assigneeId,
      // Whose it is from the first: whoever takes it down need not be who works it.
      data: { assigneeId },
    });
    await settleKey(db, holder, key, opened.caseId, opened.eventId);
    return done({ caseId: opened.caseId, isNew: true });
  });
}

/** A key made of a row is the desk's, whoever brings the file: a colleague's is the same request again. */
function keyHolder(actor: Actor, { channel }: Pick<OpenForCustomer, "channel">): Actor {
  return channel === "FILE" ? systemActor : actor;
}

async function findSale(db: Db, { actor }: ActionContext, id: string | null) {
  if (id === null) return undefined;
  return transactionsInSight(db, actor)
    .where("transaction.id", "=", id)
    .select(["transaction.id", "transaction.merchant_id", "transaction.currency", "transaction.captured_minor"])
    .executeTakeFirst();
}

/**
 * Null for whoever takes requests down and works no cases, and for whoever was suspended or left since they pressed the
 * button: then the case is nobody's, as it would be given to nobody who cannot work it.
 */
async function whoCanWorkIt(db: Db, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const member = await lockMember(db, id);
  return member?.active === true && member.permissions.includes("case.work") ? id : null;
}
