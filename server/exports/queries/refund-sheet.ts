import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { type ListedRefund, listRefunds, refundCursor } from "../../refunds/queries/list-refunds.ts";
import { refundsInSight } from "../../refunds/queries/narrow-refunds.ts";
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
    asPage(await listRefunds(db, actor, filter, page), page, refundCursor, (rows) => refundLines(db, actor, rows)),
};

async function refundLines(
  db: Db,
  actor: Actor,
  rows: readonly ListedRefund[],
): Promise<readonly SheetRow<"REFUNDS">[]> {
  const caseOf = await casesBehind(db, actor, rows);
  return rows.map((row) => ({
    ...caseOf(row.case_id),
    state: row.state,
    kind: row.kind,
    mode: row.mode,
    currency: row.currency,
    amount: amountCell(row.amount_minor, row.currency),
    provider: row.provider,
    providerReference: row.provider_reference ?? "",
    failureCode: row.failure_code ?? "",
    expectedOn: row.expected_on ?? "",
    createdAt: momentCell(row.created_at),
    settledAt: momentCell(row.settled_at),
  }));
}
