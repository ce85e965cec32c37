import { defineEntity, p } from "@mikro-orm/core";
import { Institution } from "../merchants/institution.entity.ts";
import { Merchant } from "../merchants/merchant.entity.ts";
import { Staff } from "../staff/staff.entity.ts";
import { Transaction } from "../transactions/transaction.entity.ts";
import { Customer } from "./customer.entity.ts";
import type { CaseTurn } from "./domain/waits-on.ts";
import type { CaseChannel, CaseOrigin, CaseOutcome, CaseReason, CaseStage, CaseState } from "./domain/words.ts";

/** One customer's matter about one transaction. Every write to anything shown with it raises `version`. */
export const CaseSchema = defineEntity({
  name: "Case",
  tableName: "cases",
  properties: {
    id: p.uuid().primary(),
    number: p.text().unique(),
    version: p.integer().default(1),
    state: p.text().$type<CaseState>(),
    stage: p.text().$type<CaseStage>(),
    /** Whose move is next. */
    waitsOn: p.text().$type<CaseTurn>().default("DESK"),
    outcome: p.text().$type<CaseOutcome>().nullable(),
    origin: p.text().$type<CaseOrigin>(),
    channel: p.text().$type<CaseChannel>(),
    reason: p.text().$type<CaseReason>(),
    currency: p.text(),
    amountMinor: p.bigint("bigint"),
    transaction: () => p.manyToOne(Transaction).nullable(),
    merchant: () => p.manyToOne(Merchant),
    customer: () => p.manyToOne(Customer).nullable(),
    assignee: () => p.manyToOne(Staff).nullable(),
    /** The bank whose officers see this case, once it is at the bank. */
    institution: () => p.manyToOne(Institution).nullable(),
    /** Until when the desk has put it aside; the sweep that brings it back clears it. */
    snoozedUntil: p.datetime(3).nullable(),
    snoozedBy: () => p.manyToOne(Staff).nullable(),
    openedAt: p.datetime(3),
    closedAt: p.datetime(3).nullable(),
    /** When the binding clock runs out; `infinity` is stored as the year 9999 so that keyset paging compares plain values. */
    dueAt: p.datetime(3),
    returnsTo: p.text().$type<CaseState>().nullable(),
    merchantAnswer: p
      .text()
      .$type<"NOT_ASKED" | "WAITING" | "CONFIRMED" | "CONTESTED" | "SILENT">()
      .default("NOT_ASKED"),
    proposedBy: () => p.manyToOne(Staff).nullable(),
    proposedMinor: p.bigint("bigint").nullable(),
    approvalsMissing: p.array().default([]),
    approvedByIds: p.array().default([]),
    offerMinor: p.bigint("bigint").nullable(),
    offerBy: () => p.manyToOne(Staff).nullable(),
    /** What the case ends as once the refund in hand has settled, where that is more than refunded. */
    settlesAs: p.text().$type<CaseOutcome>().nullable(),
    /** What the desk's secret makes the private link's token of (`case-link.ts`). */
    linkKey: p.uuid().nullable(),
    /** SHA-256 of the token in the customer's private link; the token itself is never stored. */
    linkHash: p.text().unique().nullable(),
    linkExpiresAt: p.datetime(3).nullable(),
    /** When its customer, who had lost it, was last sent a new one. */
    linkMadeAt: p.datetime(3).nullable(),
    /** Since when the desk's own next step is owed; null when it was looked at. A lost job is found again by it. */
    triageAskedAt: p.datetime(3).nullable(),
    /** Head and length of the chain of events: the row that an auditor checks the last event against. */
    chainHead: p.text(),
    eventCount: p.integer(),
  },
});

export class Case extends CaseSchema.class {}
CaseSchema.setClass(Case);
