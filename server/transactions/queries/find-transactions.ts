import { type SelectQueryBuilder, sql } from "kysely";
import { idInCursor, instantInCursor, type PageRequest } from "../../graphql/connection.ts";
import type { Db } from "../../platform/database/database.ts";
import { inOrder, type LoaderOf } from "../../platform/loaders.ts";
import type { RequestContext } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { transactionsInSight } from "../../staff/scope.ts";
import type { Tables } from "../../tables.ts";

/** What a list of transactions is narrowed to; everything left out is not asked. */
export interface TransactionFilter {
  /** A voucher number or RRN from its beginning, the acquirer's number, or the card's last four. */
  readonly text?: string;
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
  "transaction.processed_at",
  "transaction.settled_at",
] as const;

function selectTransactions(db: Db, actor: Actor) {
  return transactionsInSight(db, actor)
    .leftJoin("terminal", "terminal.id", "transaction.terminal_id")
    .select(columns)
    .select("terminal.terminal_number");
}
export type TransactionRow = Awaited<ReturnType<ReturnType<typeof selectTransactions>["execute"]>>[number];

/** Transactions in sight, the latest first. */
export function listTransactions(
  db: Db,
  actor: Actor,
  filter: TransactionFilter,
  page: PageRequest,
): Promise<TransactionRow[]> {
  const [at, id] = page.after ?? [];
  return narrowed(selectTransactions(db, actor), filter)
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

function narrowed<O>(
  query: SelectQueryBuilder<Tables & { terminal: Tables["terminal"] | null }, "transaction" | "terminal", O>,
  filter: TransactionFilter,
) {
  const { text, merchantId, processedFrom, processedUntil } = filter;
  return query
    .$if(text !== undefined, (q) => q.where("transaction.id", "in", matching(text ?? "")))
    .$if(merchantId !== undefined, (q) => q.where("transaction.merchant_id", "=", merchantId ?? ""))
    .$if(processedFrom !== undefined, (q) => q.where("transaction.processed_at", ">=", processedFrom ?? new Date(0)))
    .$if(processedUntil !== undefined, (q) => q.where("transaction.processed_at", "<", processedUntil ?? new Date(0)));
}

/** How many of each kind of hit are looked at: whoever types two digits is still typing. */
const mostHits = 500;

/** Each number by its own index; one condition over all of them would read every transaction. */
function matching(text: string) {
  const most = sql.lit(mostHits);
  const start = `${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql<string>`(
    (select id from transaction where acquirer_reference = ${text})
    union all (select id from transaction where voucher_number like ${start} limit ${most})
    union all (select id from transaction where retrieval_reference like ${start} limit ${most})
    union all (select id from transaction where card_last4 = ${text} order by processed_at desc limit ${most}))`;
}

/** Transactions in sight of the viewer. */
export const transactionById: LoaderOf<RequestContext, string, TransactionRow | null> = {
  async batch({ db, actor }, ids) {
    const rows = await selectTransactions(db, actor)
      .where("transaction.id", "=", sql<string>`any(${ids}::uuid[])`)
      .execute();
    return inOrder(
      ids,
      rows,
      (row) => row.id,
      (row): TransactionRow | null => row,
      null,
    );
  },
};
