import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import { Transaction } from "../transactions/transaction.entity.ts";
import type { RefundKind, RefundMode, RefundState } from "./domain/words.ts";

/** One instruction to give money back over one transaction. `instructionKey` is ours and goes with every attempt. */
export const RefundSchema = defineEntity({
  name: "Refund",
  tableName: "refund",
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(Case),
    transaction: () => p.manyToOne(Transaction),
    kind: p.text().$type<RefundKind>(),
    mode: p.text().$type<RefundMode>(),
    state: p.text().$type<RefundState>(),
    currency: p.text(),
    amountMinor: p.bigint("bigint"),
    provider: p.text(),
    instructionKey: p.uuid().unique(),
    providerReference: p.text().nullable(),
    failureCode: p.text().nullable(),
    failureRetryable: p.boolean().nullable(),
    /** Whether the money is still held on the transaction by this refund. */
    holdsMoney: p.boolean(),
    /** The last day on which the money usually has arrived, by the policy. */
    expectedOn: p.text().nullable(),
    createdAt: p.datetime(3),
    settledAt: p.datetime(3).nullable(),
  },
});

export class Refund extends RefundSchema.class {}
RefundSchema.setClass(Refund);

/** One exchange with the provider about a refund, for support to read. No card data. */
export const RefundAttemptSchema = defineEntity({
  name: "RefundAttempt",
  tableName: "refund_attempt",
  properties: {
    id: p.uuid().primary(),
    refund: () => p.manyToOne(Refund),
    at: p.datetime(3),
    operation: p.text().$type<"SUBMIT" | "QUERY">(),
    answer: p.text(),
    code: p.text().nullable(),
    durationMs: p.integer(),
  },
});

export class RefundAttempt extends RefundAttemptSchema.class {}
RefundAttemptSchema.setClass(RefundAttempt);
