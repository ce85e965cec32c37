import { sql } from "kysely";
import { disputeWords } from "../../disputes/domain/dispute-words.ts";
import { findReasonCode } from "../../disputes/domain/packs.ts";
import type { DisputeRow } from "../../disputes/queries/find-dispute.ts";
import { disputeCursor, fittingDisputes, listDisputes } from "../../disputes/queries/list-disputes.ts";
import { localised } from "../../graphql/locale.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Locale } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { transactionWords } from "../../transactions/domain/transaction-words.ts";
import { amountCell, momentCell } from "../domain/cells.ts";
import type { SheetRow } from "../domain/columns.ts";
import { countAtMost } from "./count-at-most.ts";
import { asPage, type Sheet } from "./sheet.ts";
import { casesBehind } from "./who-sold.ts";

export const disputeSheet: Sheet<"DISPUTES"> = {
  count: (db, actor, filter, most) =>
    countAtMost(db, fittingDisputes(db, actor, filter).clearSelect().select(sql.lit(1).as("one")).limit(sql.lit(most))),
  page: async (db, actor, filter, page) =>
    asPage(await listDisputes(db, actor, filter, "NEWEST", page), page, disputeCursor("NEWEST"), (rows) =>
      disputeLines(db, actor, rows, page.locale),
    ),
};

async function disputeLines(
  db: Db,
  actor: Actor,
  rows: readonly DisputeRow[],
  locale: Locale,
): Promise<readonly SheetRow<"DISPUTES">[]> {
  const caseOf = await casesBehind(db, actor, rows, locale);
  return rows.map((row) => {
    const meaning = findReasonCode(row.network, row.reason_code);
    return {
      ...caseOf(row.case_id),
      reference: row.reference ?? "",
      network: localised(transactionWords.network[row.network], locale),
      reasonCode: row.reason_code,
      reasonMeaning: meaning === null ? "" : localised(meaning, locale),
      state: localised(disputeWords.state[row.state], locale),
      ruling: row.ruling === null ? "" : localised(disputeWords.ruling[row.ruling], locale),
      currency: row.currency,
      amount: amountCell(row.amount_minor, row.currency),
      chargedBack: amountCell(row.charged_back_minor, row.currency),
      disputedAt: momentCell(row.opened_at),
      respondBy: momentCell(row.respond_by),
      endedAt: momentCell(row.closed_at),
      networkCode: row.network,
      stateCode: row.state,
      rulingCode: row.ruling ?? "",
    };
  });
}
