import { sql } from "kysely";
import type { DisputeRow } from "../../disputes/queries/find-dispute.ts";
import { disputeCursor, fittingDisputes, listDisputes } from "../../disputes/queries/list-disputes.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
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
      disputeLines(db, actor, rows),
    ),
};

async function disputeLines(
  db: Db,
  actor: Actor,
  rows: readonly DisputeRow[],
): Promise<readonly SheetRow<"DISPUTES">[]> {
  const caseOf = await casesBehind(db, actor, rows);
  return rows.map((row) => ({
    ...caseOf(row.case_id),
    reference: row.reference ?? "",
    network: row.network,
    reasonCode: row.reason_code,
    state: row.state,
    ruling: row.ruling ?? "",
    currency: row.currency,
    amount: amountCell(row.amount_minor, row.currency),
    chargedBack: amountCell(row.charged_back_minor, row.currency),
    disputedAt: momentCell(row.opened_at),
    respondBy: momentCell(row.respond_by),
    endedAt: momentCell(row.closed_at),
  }));
}
