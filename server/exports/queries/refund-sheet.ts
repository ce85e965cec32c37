import { sql } from "kysely";
import { localised } from "../../graphql/locale.ts";
import type { Db } from "../../platform/database/database.ts";
import { inWords } from "../../providers/domain/answer-codes.ts";
import { rulesOf } from "../../providers/domain/provider-rules.ts";
import { refundWords } from "../../refunds/domain/refund-words.ts";
import { type ListedRefund, listRefunds, refundCursor } from "../../refunds/queries/list-refunds.ts";
import { refundsInSight } from "../../refunds/queries/narrow-refunds.ts";
import type { Locale } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { amountCell, momentCell } from "../domain/cells.ts";
import type { SheetRow } from "../domain/columns.ts";
import { countAtMost } from "./count-at-most.ts";
import { asPage, type Sheet } from "./sheet.ts";
import { casesBehind } from "./who-sold.ts";

export const refundSheet: Sheet<"REFUNDS"> = {
  count: (db, actor, filter, most) =>
    countAtMost(db, refundsInSight(db, actor, filter).select(sql.lit(1).as("one")).limit(sql.lit(most))),
  page: async (db, actor, filter, page) =>
    asPage(await listRefunds(db, actor, filter, page), page, refundCursor, (rows) =>
      refundLines(db, actor, rows, page.locale),
    ),
};

async function refundLines(
  db: Db,
  actor: Actor,
  rows: readonly ListedRefund[],
  locale: Locale,
): Promise<readonly SheetRow<"REFUNDS">[]> {
  const caseOf = await casesBehind(db, actor, rows, locale);
  return rows.map((row) => ({
    ...caseOf(row.case_id),
    state: localised(refundWords.state[row.state], locale),
    kind: localised(refundWords.kind[row.kind], locale),
    mode: localised(refundWords.mode[row.mode], locale),
    currency: row.currency,
    amount: amountCell(row.amount_minor, row.currency),
    provider: localised(rulesOf(row.provider).name, locale),
    providerReference: row.provider_reference ?? "",
    failure: row.failure_code === null ? "" : localised(inWords(row.failure_code).happened, locale),
    expectedOn: row.expected_on ?? "",
    createdAt: momentCell(row.created_at),
    settledAt: momentCell(row.settled_at),
    stateCode: row.state,
    kindCode: row.kind,
    modeCode: row.mode,
    providerCode: row.provider,
    failureCode: row.failure_code ?? "",
  }));
}
