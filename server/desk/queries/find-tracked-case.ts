import { sql } from "kysely";
import type { StoredClock } from "../../cases/domain/clock-plan.ts";
import { speakerOf } from "../../cases/domain/told-words.ts";
import type { CaseOrigin, CaseState, MessageThread } from "../../cases/domain/words.ts";
import { gatherFacts } from "../../cases/queries/gather-facts.ts";
import { policyOfCase } from "../../cases/queries/policy-of-case.ts";
import { getClockRule } from "../../clocks/domain/rules.ts";
import type { ClockKind } from "../../clocks/domain/words.ts";
import { rulingsThatDecide } from "../../disputes/domain/rulings.ts";
import { type EvidenceRow, listEvidence } from "../../evidence/queries/find-evidence.ts";
import { money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import { endingsWithoutRefund } from "../../referrals/domain/referral-machine.ts";
import type { WhatIsOver } from "../../referrals/domain/what-is-open.ts";
import type { House } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { casesInSight } from "../../staff/scope.ts";
import { stopsOf, type TrackedStop } from "../domain/money-stops.ts";
import { type AvailableAction, offeredTo } from "../domain/offered-actions.ts";
import { settledOf, toldRefund } from "../domain/told-refund.ts";
import type { SettledRefund, TrackedFacts } from "../domain/tracked-facts.ts";
import { listTrackedRefunds } from "./list-tracked-refunds.ts";

export interface TrackedMessage {
  readonly id: string;
  readonly body: string;
  readonly at: Date;
  readonly byCustomer: boolean;
  /** What it was written with, e.g. REQUEST_INFORMATION. */
  readonly kind: string;
}

/** All of a case that its customer sees. */
export interface TrackedCase {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly openedAt: Date;
  readonly updatedAt: Date;
  readonly merchant: { readonly name: string; readonly nameZh: string | null };
  readonly locale: "zh-CN" | "en";
  readonly facts: TrackedFacts;
  /** Where else its customer has been with it, to the end; and the agency that had it last. */
  readonly elsewhere: Pick<WhatIsOver, "bankHasRuled" | "agencyIsDone"> & { readonly agency: string | null };
  /** What went back, the last of it first: each has its line on the receipt, as on the bank's statement. */
  readonly settled: readonly SettledRefund[];
  /** What the card slip of the payment says, by which a bank finds it. */
  readonly slip: { readonly voucherNumber: string | null; readonly retrievalReference: string | null };
  readonly stops: readonly TrackedStop[];
  readonly actions: readonly AvailableAction[];
  readonly messages: readonly TrackedMessage[];
  readonly evidence: readonly EvidenceRow[];
}

/** The clocks that a customer waits for in each state, or that wait for them. */
const awaited: Readonly<Record<CaseState, readonly ClockKind[]>> = {
  NEW: ["decide-request"],
  VERIFYING: ["decide-request"],
  AWAITING_CUSTOMER: ["customer-information"],
  AWAITING_APPROVAL: [],
  REFUNDING: ["refund-arrival"],
  DECLINED: ["appeal-window"],
  NEGOTIATING: ["offer-answer"],
  AT_BANK: ["bank-ruling"],
  AT_AGENCY: ["agency-accept", "agency-mediation"],
  CLOSED: [],
};

/** A case as its own customer sees it, in a fixed number of statements; null where it is not theirs. */
export async function findTrackedCase(house: House, actor: Actor, caseId: string): Promise<TrackedCase | null> {
  const now = house.clock.now();
  const row = await readRow(house.db, actor, caseId);
  if (row === undefined) return null;
  const gathered = (await gatherFacts(house, house.db, [caseId])).get(caseId);
  if (gathered === undefined) throw new Error(`Case ${caseId} has no facts`);
  const [refunds, messages, evidence, policy] = await Promise.all([
    listTrackedRefunds(house.db, caseId),
    listMessages(house.db, caseId, row.origin),
    listEvidence(house.db, actor, [caseId]),
    policyOfCase(house.db, caseId, now),
  ]);
  const facts: TrackedFacts = {
    state: row.state,
    outcome: row.outcome,
    amount: money(row.amount_minor, row.currency),
    sale:
      row.processed_at === null || row.card_last4 === null
        ? null
        : { paidAt: row.processed_at, cardLast4: row.card_last4 },
    refund: toldRefund(refunds, row),
    // While something else is asked of them first, it waits, and so does its clock.
    offer: row.state === "NEGOTIATING" ? (gathered.facts.offer?.amount ?? null) : null,
    offerLapsedAt: lapsedOffer(gathered.facts.offerLapsedAt, messages),
    isTakenByBank: gathered.facts.takenByBankMinor > 0n,
    isLodged: row.state === "AT_AGENCY" && row.agency_weighs,
    shopIsAsked: gathered.facts.merchantAnswer === "WAITING",
    hearBy: hearBy(gathered.clocks, awaited[row.state]),
    now,
  };
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    openedAt: row.opened_at,
    updatedAt: row.updated_at ?? row.opened_at,
    merchant: { name: row.name, nameZh: row.name_zh },
    locale: row.locale ?? "zh-CN",
    facts,
    elsewhere: { bankHasRuled: row.bank_has_ruled, agencyIsDone: row.agency_is_done, agency: row.agency },
    settled: settledOf(refunds),
    slip: { voucherNumber: row.voucher_number, retrievalReference: row.retrieval_reference },
    stops: stopsOf(facts, policy.content.arrivalWorkingDays),
    actions: offeredTo(actor, gathered.facts),
    messages,
    evidence,
  };
}

function readRow(db: Db, actor: Actor, caseId: string) {
  return casesInSight(db, actor)
    .innerJoin("merchant", "merchant.id", "cases.merchant_id")
    .leftJoin("customer", "customer.id", "cases.customer_id")
    .leftJoin("transaction", "transaction.id", "cases.transaction_id")
    .where("cases.id", "=", caseId)
    .select([
      ...(["cases.id", "cases.number", "cases.version", "cases.state", "cases.outcome", "cases.opened_at"] as const),
      "cases.origin",
      ...(["cases.currency", "cases.amount_minor", "merchant.name", "merchant.name_zh", "customer.locale"] as const),
      ...(["transaction.processed_at", "transaction.card_last4"] as const),
      ...(["transaction.voucher_number", "transaction.retrieval_reference"] as const),
      sql<Date | null>`(select max(e.at) from case_event e where e.case_id = cases.id)`.as("updated_at"),
    ])
    .select(({ exists, selectFrom }) => [
      exists(
        selectFrom("dispute")
          .select("dispute.id")
          .whereRef("dispute.case_id", "=", "cases.id")
          .where("dispute.ruling", "in", rulingsThatDecide),
      )
        .$castTo<boolean>()
        .as("bank_has_ruled"),
      exists(
        selectFrom("referral")
          .select("referral.id")
          .whereRef("referral.case_id", "=", "cases.id")
          .where("referral.outcome", "in", endingsWithoutRefund),
      )
        .$castTo<boolean>()
        .as("agency_is_done"),
      exists(
        selectFrom("referral")
          .select("referral.id")
          .whereRef("referral.case_id", "=", "cases.id")
          .where("referral.state", "=", "LODGED"),
      )
        .$castTo<boolean>()
        .as("agency_weighs"),
      selectFrom("referral")
        .select("referral.agency")
        .whereRef("referral.case_id", "=", "cases.id")
        .orderBy("referral.lodged_at", "desc")
        .limit(1)
        .as("agency"),
    ])
    .executeTakeFirst();
}

function hearBy(clocks: readonly StoredClock[], kinds: readonly ClockKind[]): Date | null {
  const ends = clocks.flatMap(({ rule, ruleVersion, endedAt, dueAt }) =>
    endedAt === null && dueAt !== null && kinds.includes(getClockRule(rule, ruleVersion).kind) ? [dueAt.getTime()] : [],
  );
  return ends.length === 0 ? null : new Date(Math.min(...ends));
}

/** It is told until the matter went on: each move that decides something, or asks for it, is told with words of its own. */
function lapsedOffer(at: Date | null, messages: readonly TrackedMessage[]): Date | null {
  if (at === null) return null;
  const hasGoneOn = messages.some((message) => message.at > at && message.kind !== "SEND_MESSAGE");
  return hasGoneOn ? null : at;
}

const thread: MessageThread = "CUSTOMER";

async function listMessages(db: Db, caseId: string, origin: CaseOrigin): Promise<readonly TrackedMessage[]> {
  const rows = await db
    .selectFrom("case_message")
    .innerJoin("case_event", "case_event.id", "case_message.event_id")
    .select(["case_message.id", "case_message.body", "case_event.at", "case_event.actor_role", "case_event.kind"])
    .where("case_message.case_id", "=", caseId)
    .where("case_message.thread", "=", thread)
    .orderBy("case_event.sequence", "desc")
    .orderBy("case_message.id", "desc")
    .limit(200)
    .execute();
  return rows.reverse().map(({ actor_role: actorRole, ...message }) => ({
    ...message,
    byCustomer: speakerOf({ kind: message.kind, actorRole, thread, origin }) === "CUSTOMER",
  }));
}
