import { openCase } from "../../cases/actions/open-case.ts";
import { openForCustomer } from "../../cases/actions/open-for-customer.ts";
import { submitRequest } from "../../cases/actions/submit-request.ts";
import { openBankDispute } from "../../disputes/actions/open-bank-dispute.ts";
import { findDisputesByReference, findSalesByReference } from "../../disputes/queries/find-bank-disputes.ts";
import { newId } from "../../kernel/ids.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext, House } from "../../request-context.ts";
import { type Actor, strangerActor, systemActor } from "../../staff/domain/actor.ts";
import { saleId, shopId } from "../plan/demo-ids.ts";
import { deskDay } from "../plan/desk-time.ts";
import type { CasePlan } from "../plan/plan-case.ts";
import { merchantNumber, terminalNumber } from "../plan/plan-sales.ts";
import type { DemoPeople } from "../queries/find-people.ts";
import { reasonCodeFor } from "./bank-steps.ts";
import { PastClock } from "./held-house.ts";

/** Opens a case by the way on which it came. Gives its id. */
export function openPlannedCase(house: House, plan: CasePlan, people: DemoPeople): Promise<string> {
  const context = (actor: Actor): ActionContext => ({
    ...house,
    clock: new PastClock(plan.openedAt),
    actor,
    locale: plan.customer.locale,
  });
  switch (plan.channel) {
    case "WEB":
      return submit(context(strangerActor), plan);
    case "PHONE":
    case "COUNTER":
      return takeDown(context(people.person(plan.agent.address)), plan, plan.channel);
    case "FILE":
      if (plan.origin === "BANK") return takeNotice(context(systemActor), plan);
      return takeComplaint(context(people.person(plan.agent.address)), plan);
  }
}

/** By the customer's own form, with what stands on their slip. */
async function submit(ctx: ActionContext, { sale, claimed, reason, story, customer }: CasePlan): Promise<string> {
  const submitted = await submitRequest(ctx, {
    slip: {
      voucherNumber: sale.voucherNumber,
      retrievalReference: sale.retrievalReference,
      reference: null,
      cardLast4: sale.card.last4,
      paid: sale.amount,
      paidOn: deskDay(sale.at),
      terminalNumber: terminalNumber(sale),
      merchantNumber: merchantNumber(sale.merchant),
    },
    amount: claimed,
    reason,
    message: story,
    contact: customer,
    idempotencyKey: newId(),
  });
  if (!submitted.ok) throw new Error(`A request was refused: ${JSON.stringify(submitted.error)}`);
  return submitted.value.caseId;
}

/** By somebody of the desk, on the telephone or at the counter. */
async function takeDown(
  ctx: ActionContext,
  { sale, origin, claimed, reason, story, customer }: CasePlan,
  channel: "PHONE" | "COUNTER",
): Promise<string> {
  const opened = await openForCustomer(ctx, {
    transactionId: saleId(sale),
    origin: origin === "MERCHANT" ? "MERCHANT" : "CUSTOMER",
    channel,
    amount: claimed,
    reason,
    message: story,
    contact: customer,
    despiteOpenCase: false,
    idempotencyKey: newId(),
  });
  if (!opened.ok) throw new Error(`A request was not taken down: ${JSON.stringify(opened.error)}`);
  return opened.value.caseId;
}

/** A complaint that an agency hands on is looked into at once. */
async function takeComplaint(ctx: ActionContext, plan: CasePlan): Promise<string> {
  const { caseId } = await openCase(ctx.db, ctx, {
    state: "VERIFYING",
    origin: "AGENCY",
    channel: "FILE",
    reason: plan.reason,
    amount: plan.claimed,
    transactionId: saleId(plan.sale),
    merchantId: shopId(plan.merchant),
    customer: plan.customer,
    story: { thread: "INTERNAL", body: plan.story },
  });
  return caseId;
}

/** A row of the bank's file. */
async function takeNotice(
  ctx: ActionContext,
  { sale, claimed, reason, customer, openedAt, row }: CasePlan,
): Promise<string> {
  const [found] = await findSalesByReference(ctx.db, [sale.reference]);
  if (found === undefined) throw new Error(`The demo has no sale ${sale.reference}`);
  const said = {
    reference: `${sale.card.network.slice(0, 4)}-${deskDay(openedAt).slice(0, 4)}-${String(70_000 + row)}`,
    transactionReference: sale.reference,
    cardholder: customer.name,
    cardLast4: sale.card.last4,
    network: sale.card.network,
    reasonCode: reasonCodeFor(sale.card.network, reason),
    reasonText: null,
    amount: claimed,
    openedAt,
    respondBy: null,
    status: "needs_response",
  };
  const fate = await openBankDispute(ctx, found, { said, cycle: 1 }, sha256(canonicalJson(said)));
  const [dispute] = await findDisputesByReference(ctx.db, [said.reference]);
  if (dispute === undefined) throw new Error(`A bank's notice was not taken: ${JSON.stringify(fate)}`);
  return dispute.case_id;
}
