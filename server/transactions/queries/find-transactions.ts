import { sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/cursor.ts";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { transactionsInSight } from "../../staff/scope.ts";
import type { LookUp } from "../domain/look-up.ts";
import type { CardNetwork, TransactionKind } from "../domain/words.ts";
import { fitsLookUp } from "./look-up.ts";

/** What a list of transactions is narrowed to; everything left out is not asked. */
export interface TransactionFilter {
  /** What was typed, and when: an amount without a day is looked for among the latest. */
  readonly lookUp?: { readonly words: LookUp; readonly now: Date };
  readonly networks?: readonly CardNetwork[];
  readonly kinds?: readonly TransactionKind[];
  /** Something may still go back. */
  readonly refundable?: boolean;
  readonly merchantId?: string;
  readonly processedFrom?: Date;
  readonly processedUntil?: Date;
}

const columns = [
  "transaction.id",
  "transaction.acquirer_reference",
  "transaction.merchant_id",
  "transaction.kind",
  "transaction.voucher_number",
  "transaction.retrieval_reference",
  "transaction.authorization_code",
  "transaction.network",
  "transaction.card_first6",
  "transaction.card_last4",
  "transaction.entry_mode",
  "transaction.currency",
  "transaction.captured_minor",
  "transaction.refunded_minor",
  "transaction.in_flight_minor",
  "transaction.charged_back_minor",
  "transaction.paid_twice_minor",
  "transaction.processed_at",
  "transaction.settled_at",
] as const;

export function selectTransactions(db: Db, actor: Actor) {
  return transactionsInSight(db, actor)
    .leftJoin("terminal", "terminal.id", "transaction.terminal_id")
    .select(columns)
    .select("terminal.terminal_number");
}
export type TransactionRow = Awaited<ReturnType<ReturnType<typeof selectTransactions>["execute"]>>[number];

/** What a cursor of the list holds. */
export function transactionCursor({ processed_at, id }: TransactionRow): readonly string[] {
  return [processed_at.toISOString(), id];
}

/** Transactions in sight, the latest first. */
export function listTransactions(
  db: Db,
  actor: Actor,
  filter: TransactionFilter,
  page: PageRequest,
): Promise<TransactionRow[]> {
  const [at, id] = page.after ?? [];
  return fittingTransactions(db, actor, filter)
    .$if(at !== undefined, (q) =>
      q.where(
        sql<boolean>`(transaction.processed_at, transaction.id) < (${instantInCursor(at ?? "")}, ${idInCursor(id)})`,
      ),
    )
    .orderBy("transaction.processed_at", "desc")
    .orderBy("transaction.id", "desc")
    .limit(sql.lit(page.first + 1))
    .execute();
}

/** The transactions in sight that fit. */
export function fittingTransactions(db: Db, actor: Actor, filter: TransactionFilter) {
  const { lookUp, networks, kinds, refundable, merchantId, processedFrom, processedUntil } = filter;
  return selectTransactions(db, actor)
    .$if(lookUp !== undefined, (q) => (lookUp === undefined ? q : q.where(fitsLookUp(lookUp.words, lookUp.now))))
    .$if(networks !== undefined, (q) => q.where("transaction.network", "=", sql<CardNetwork>`any(${networks}::text[])`))
    .$if(kinds !== undefined, (q) => q.where("transaction.kind", "=", sql<TransactionKind>`any(${kinds}::text[])`))
    .$if(refundable === true, (q) =>
      q.where(
        sql<boolean>`transaction.captured_minor > transaction.refunded_minor + transaction.in_flight_minor + transaction.charged_back_minor`,
      ),
    )
    .$if(merchantId !== undefined, (q) => q.where("transaction.merchant_id", "=", merchantId ?? ""))
    .$if(processedFrom !== undefined, (q) => q.where("transaction.processed_at", ">=", processedFrom ?? new Date(0)))
    .$if(processedUntil !== undefined, (q) => q.where("transaction.processed_at", "<", processedUntil ?? new Date(0)));
}

/** Transactions in sight by id. */
export function findTransactions(db: Db, actor: Actor, ids: readonly string[]): Promise<TransactionRow[]> {
  return selectTransactions(db, actor).where("transaction.id", "=", sql<string>`any(${ids}::uuid[])`).execute();
}

export const transactionById: LoaderOf<RequestContext, string, TransactionRow | null> = {
  batch: async ({ db, actor }, ids) =>
    inOrder(
      ids,
      await findTransactions(db, actor, ids),
      (row) => row.id,
      (row): TransactionRow | null => row,
      null,
    ),
};
