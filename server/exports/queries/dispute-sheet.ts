import { sql } from "kysely";
import { findCases } from "../../cases/queries/find-cases.ts";
import type { DisputeRow } from "../../disputes/queries/find-dispute.ts";
import { disputeCursor, fittingDisputes, listDisputes } from "../../disputes/queries/list-disputes.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { amountCell, momentCell } from "../domain/cells.ts";
import type { SheetRow } from "../domain/columns.ts";
import { countAtMost } from "./count-at-most.ts";
import { asPage, byId, type Sheet } from "./sheet.ts";
import { whoSold } from "./who-sold.ts";

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
  const cases = byId(await findCases(db, actor, [...new Set(rows.map((row) => row.case_id))]));
  const merchantOf = await whoSold(
    db,
    [...cases.values()].map((row) => row.merchant_id),
  );
  return rows.map((row) => ({
    number: cases.get(row.case_id)?.number ?? "",
    reference: row.reference ?? "",
    network: row.network,
    reasonCode: row.reason_code,
    state: row.state,
    ruling: row.ruling ?? "",
    currency: row.currency,
    amount: amountCell(row.amount_minor, row.currency),
    chargedBack: amountCell(row.charged_back_minor, row.currency),
    ...merchantOf(cases.get(row.case_id)?.merchant_id ?? ""),
    disputedAt: momentCell(row.opened_at),
    respondBy: momentCell(row.respond_by),
    endedAt: momentCell(row.closed_at),
  }));
}
