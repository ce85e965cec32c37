import { sql } from "kysely";
import { openCase } from "../../cases/actions/open-case.ts";
import { performOnLatest } from "../../cases/actions/perform-on-latest.ts";
import type { CaseMove } from "../../cases/domain/decide.ts";
import { lockPayment } from "../../cases/queries/find-duplicates.ts";
import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import type { BankDisputeRow } from "../domain/bank-dispute-row.ts";
import { standingOf } from "../domain/bank-file-status.ts";
import { type BankNotice, toDetail } from "../domain/bank-notice.ts";
import { clockOnArrival } from "../domain/dispute-clock.ts";
import { turnIn } from "../domain/dispute-machine.ts";
import { caseReasonOf, disputeReasonOf, findReasonCode, workflowOf } from "../domain/packs.ts";
import { type DisputedSale, findDisputesByReference, findOpenCase } from "../queries/find-bank-disputes.ts";
import { followBank } from "./follow-bank.ts";
import { issuerOfNetwork } from "./issuer-of-network.ts";
import { insertDispute } from "./open-dispute.ts";
import type { RowFate } from "./row-fate.ts";

/** A bank's row that is no news of a dispute that is known, and the cycle of its number that it begins. */
export interface NewRow {
  readonly said: BankDisputeRow;
  readonly cycle: number;
}

/**
 * Takes in a dispute that the desk has not heard of. Where the desk is at work over that sale, the dispute joins its case;
 * where that cannot be (a refund is on its way, the case is at an agency), the bank's deadline still runs, so it gets a case
 * of its own.
 */
export async function openBankDispute(
  ctx: ActionContext,
  sale: DisputedSale,
  row: NewRow,
  hash: string,
): Promise<RowFate> {
  const { said } = row;
  const found = await findOpenCase(ctx.db, sale.id);
  const unnumbered = found?.network === said.network ? found.unnumbered_dispute_id : null;
  const isAdopted = found !== undefined && unnumbered !== null && (await adopt(ctx, found.id, unnumbered, row));
  if (!isAdopted && (found === undefined || !(await join(ctx, found.id, row)))) {
    const meanwhile = await openAtBank(ctx, sale, row, found?.id);
    if (meanwhile !== null && !(await join(ctx, meanwhile, row))) await openAtBank(ctx, sale, row, meanwhile);
  }
  // What is written so far carries no hash yet: only when the bank's word is followed to its end is the row known as taken.
  const [known] = await findDisputesByReference(ctx.db, [said.reference]);
  if (known === undefined) throw new Error(`Dispute ${said.reference} was not written`);
  const fate = await followBank(ctx, known, said, hash);
  return fate === "CHANGED" ? "ADDED" : fate;
}

function noticeOf({ said, cycle }: NewRow): BankNotice {
  const { reference, network, reasonCode, openedAt, respondBy } = said;
  const standing = standingOf(said.status, workflowOf(network, reasonCode));
  if (standing === null) throw new Error(`${said.status} is no status of a bank's file`);
  return { reference, cycle, network, reasonCode, openedAt, respondBy, state: standing.state };
}

/** The desk took the case to the bank itself; this is the bank's number for it. False where it has another by now, or is over. */
async function adopt(ctx: ActionContext, caseId: string, disputeId: string, { said, cycle }: NewRow): Promise<boolean> {
  const { reference, reasonCode, amount, reasonText: message } = said;
  const move: CaseMove = {
    action: "ADOPT_DISPUTE",
    input: { disputeId, reference, cycle, said: { reasonCode, amount }, message },
  };
  return (await performOnLatest(ctx, { caseId, move, key: newId() })).ok;
}

async function join(ctx: ActionContext, caseId: string, row: NewRow): Promise<boolean> {
  const { said } = row;
  const dispute = toDetail(noticeOf(row));
  const move: CaseMove = {
    action: "JOIN_DISPUTE",
    input: { amount: said.amount, dispute, message: said.reasonText },
  };
  return (await performOnLatest(ctx, { caseId, move, key: newId() })).ok;
}

/** Gives the case that was opened over the sale since it was looked for, beside the one that cannot be joined; nothing is opened then. */
function openAtBank(
  ctx: ActionContext,
  sale: DisputedSale,
  row: NewRow,
  shut: string | undefined,
): Promise<string | null> {
  return ctx.db.transaction().execute(async (trx) => {
    // Two workers on one file, or one file sent twice at once: the second waits here, and finds the first one's dispute.
    const { reference } = row.said;
    await sql`select pg_advisory_xact_lock(hashtextextended(${`dispute ${reference}`}, 0))`.execute(trx);
    if ((await findDisputesByReference(trx, [reference])).some(({ cycle }) => cycle >= row.cycle)) return null;
    // A customer who asks for the same money at this moment waits here too, or has just been heard.
    await lockPayment(trx, sale.id);
    const since = await findOpenCase(trx, sale.id);
    if (since !== undefined && since.id !== shut) return since.id;
    await writeCase(trx, ctx, sale, row);
    return null;
  });
}

async function writeCase(trx: Db, ctx: ActionContext, sale: DisputedSale, row: NewRow): Promise<void> {
  const { said } = row;
  const notice = noticeOf(row);
  const { network, reasonCode } = said;
  const clock = clockOnArrival(notice);
  const reasonText = said.reasonText ?? findReasonCode(network, reasonCode)?.en ?? null;
  const { caseId } = await openCase(trx, ctx, {
    state: "AT_BANK",
    origin: "BANK",
    channel: "FILE",
    reason: caseReasonOf[disputeReasonOf(network, reasonCode)],
    amount: said.amount,
    transactionId: sale.id,
    merchantId: sale.merchant_id,
    institutionId: await issuerOfNetwork(trx, network, ctx.clock.now()),
    customer: customerOf(said.cardholder),
    story: { thread: "BANK", body: reasonText === null ? reasonCode : `${reasonCode}: ${reasonText}` },
    waitsOn: turnIn(notice.state, workflowOf(network, reasonCode)),
    clocks: clock === null ? [] : [clock],
    data: { dispute: toDetail(notice) },
  });
  await insertDispute(trx, {
    ...notice,
    caseId,
    transactionId: sale.id,
    reasonText: said.reasonText,
    amount: said.amount,
  });
}

/** The file knows the cardholder by name alone. */
function customerOf(name: string | null) {
  if (name === null) return null;
  return { name, phone: null, email: null, locale: /\p{Script=Han}/u.test(name) ? "zh-CN" : "en" } as const;
}
