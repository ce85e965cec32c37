import { sql } from "kysely";
import { localised } from "../../graphql/locale.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Locale } from "../../request-context.ts";
import { entryModeWord, transactionWords } from "../../transactions/domain/transaction-words.ts";
import {
  fittingTransactions,
  listTransactions,
  type TransactionRow,
  transactionCursor,
} from "../../transactions/queries/find-transactions.ts";
import { amountCell, momentCell } from "../domain/cells.ts";
import type { SheetRow } from "../domain/columns.ts";
import { countAtMost } from "./count-at-most.ts";
import { asPage, type Sheet } from "./sheet.ts";
import { whoSold } from "./who-sold.ts";

export const transactionSheet: Sheet<"TRANSACTIONS"> = {
  count: (db, actor, filter, most) =>
    countAtMost(
      db,
      fittingTransactions(db, actor, filter).clearSelect().select(sql.lit(1).as("one")).limit(sql.lit(most)),
    ),
  page: async (db, actor, filter, page) =>
    asPage(await listTransactions(db, actor, filter, page), page, transactionCursor, (rows) =>
      transactionLines(db, rows, page.locale),
    ),
};

async function transactionLines(
  db: Db,
  rows: readonly TransactionRow[],
  locale: Locale,
): Promise<readonly SheetRow<"TRANSACTIONS">[]> {
  const merchantOf = await whoSold(
    db,
    rows.map((row) => row.merchant_id),
    locale,
  );
  return rows.map((row) => ({
    acquirerReference: row.acquirer_reference,
    kind: localised(transactionWords.kind[row.kind], locale),
    ...merchantOf(row.merchant_id),
    terminal: row.terminal_number ?? "",
    voucher: row.voucher_number ?? "",
    retrievalReference: row.retrieval_reference ?? "",
    authorizationCode: row.authorization_code ?? "",
    network: localised(transactionWords.network[row.network], locale),
    cardLast4: row.card_last4,
    entryMode: row.entry_mode === null ? "" : localised(entryModeWord(row.entry_mode), locale),
    currency: row.currency,
    captured: amountCell(row.captured_minor, row.currency),
    refunded: amountCell(row.refunded_minor, row.currency),
    inFlight: amountCell(row.in_flight_minor, row.currency),
    chargedBack: amountCell(row.charged_back_minor, row.currency),
    processedAt: momentCell(row.processed_at),
    settledAt: momentCell(row.settled_at),
    kindCode: row.kind,
    networkCode: row.network,
    entryModeCode: row.entry_mode ?? "",
  }));
}
