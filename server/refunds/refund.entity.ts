import { defineEntity, p } from "@mikro-orm/core";
import { Case } from "../cases/case.entity.ts";
import { Transaction } from "../transactions/transaction.entity.ts";
import type { AttemptAnswer, AttemptOperation, RefundKind, RefundMode, RefundState } from "./domain/words.ts";

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
    /** When the desk means to do its next step on it. Long past: the job for that was lost, and a sweep asks for it again. */
    nextStepAt: p.datetime(3).nullable(),
    settledAt: p.datetime(3).nullable(),
    /** When what had arrived was sent back. */
    returnedAt: p.datetime(3).nullable(),
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
    /** The key that this exchange was about; an instruction that was declined may be tried again under a new one. */
    instructionKey: p.uuid(),
    operation: p.text().$type<AttemptOperation>(),
    /** SENT until an answer came; it stays so where the desk was interrupted. */
    answer: p.text().$type<AttemptAnswer>(),
    code: p.text().nullable(),
    durationMs: p.integer().nullable(),
  },
});

export class RefundAttempt extends RefundAttemptSchema.class {}
RefundAttemptSchema.setClass(RefundAttempt);
