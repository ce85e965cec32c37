import { judgeCase } from "../../cases/actions/judge-case.ts";
import { openCase } from "../../cases/actions/open-case.ts";
import type { MessageThread } from "../../cases/domain/words.ts";
import type { House } from "../../request-context.ts";
import { type Actor, strangerActor } from "../../staff/domain/actor.ts";
import type { CasePlan } from "../plan/plan-case.ts";
import { PastClock } from "./held-house.ts";
import type { WrittenShops } from "./write-shops.ts";
import type { WrittenStaff } from "./write-staff.ts";

/** Opens a case as whoever began it did. Gives its id. */
export async function openPlannedCase(
  house: House,
  plan: CasePlan,
  shops: WrittenShops,
  staff: WrittenStaff,
): Promise<string> {
  const actor: Actor = plan.channel === "WEB" ? strangerActor : staff.person(plan.agent.address);
  const ctx = { ...house, clock: new PastClock(plan.openedAt), actor, locale: plan.customer.locale };
  const takenOn = plan.channel === "PHONE" || plan.channel === "COUNTER";
  const { caseId } = await openCase(house.db, ctx, {
    state: plan.origin === "AGENCY" ? "VERIFYING" : "NEW",
    origin: plan.origin,
    channel: plan.channel,
    reason: plan.reason,
    amount: plan.claimed,
    transactionId: plan.sale === null ? null : shops.transactionId(plan.sale.reference),
    merchantId: shops.merchantId(plan.merchant),
    customer: plan.customer,
    story: { thread: threadOf(plan), body: plan.story },
    assigneeId: takenOn ? actor.id : null,
  });
  await judgeCase(house.db, { caseId, at: plan.openedAt });
  return caseId;
}

function threadOf({ origin }: CasePlan): MessageThread {
  switch (origin) {
    case "CUSTOMER":
      return "CUSTOMER";
    case "MERCHANT":
      return "MERCHANT";
    case "BANK":
      return "BANK";
    case "AGENCY":
      return "INTERNAL";
  }
}
