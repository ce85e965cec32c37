import { defineEntity, p } from "@mikro-orm/core";
import { Merchant } from "../merchants/merchant.entity.ts";
import { Terminal } from "../merchants/terminal.entity.ts";
import type { CardNetwork, TransactionKind } from "./domain/words.ts";

/**
 * One movement on a card, as the acquirer settled it. The three counters and the CHECK over them are the guard against
 * paying twice: they change only by a conditional UPDATE (`transactions/actions/hold-money.ts`).
 */
export const TransactionSchema = defineEntity({
  name: "Transaction",
  tableName: "transaction",
  properties: {
    id: p.uuid().primary(),
    /** The acquirer's own number; importing the same number again changes nothing. */
    acquirerReference: p.text().unique(),
    merchant: () => p.manyToOne(Merchant),
    terminal: () => p.manyToOne(Terminal).nullable(),
    kind: p.text().$type<TransactionKind>(),
    voucherNumber: p.text().nullable(),
    retrievalReference: p.text().nullable(),
    authorizationCode: p.text().nullable(),
    network: p.text().$type<CardNetwork>(),
    cardFirst6: p.text().nullable(),
    cardLast4: p.text(),
    entryMode: p.text().nullable(),
    responseCode: p.text().nullable(),
    currency: p.text(),
    capturedMinor: p.bigint("bigint"),
    refundedMinor: p.bigint("bigint").default(0),
    inFlightMinor: p.bigint("bigint").default(0),
    chargedBackMinor: p.bigint("bigint").default(0),
    /** What banks keep beyond that: it had gone back already. Above nothing only while nothing is left. */
    paidTwiceMinor: p.bigint("bigint").default(0),
    processedAt: p.datetime(3),
    settledAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});

export class Transaction extends TransactionSchema.class {}
TransactionSchema.setClass(Transaction);
