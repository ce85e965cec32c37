import { newId } from "../../kernel/ids.ts";
import { done, problemsIn } from "../../kernel/result.ts";
import type { CsvRow } from "../../platform/csv/read-rows.ts";
import type { Db } from "../../platform/database/database.ts";
import { brokenRow } from "../domain/broken-row.ts";
import type { ColumnPlaces } from "../domain/columns.ts";
import { placeColumns } from "../domain/columns.ts";
import {
  readSettlementRow,
  type SettlementColumn,
  type SettlementRow,
  settlementColumns,
} from "../domain/settlement-row.ts";
import type { BadRow, BatchTaken, Importer } from "../importer.ts";
import { insertTransactions, type StagedTransaction } from "./insert-transactions.ts";
import { KnownMerchants } from "./known-merchants.ts";

/**
 * Acquirers' settlement files. New rows become transactions, with the merchants and terminals that they name; a row that
 * is there already changes nothing, and one that says something else of the same number is refused, since money hangs on it.
 */
export const settlementImporter: Importer = {
  kind: "SETTLEMENT",
  batchRows: 2000,
  columns: settlementColumns,
  open(header, chosen) {
    const places = placeColumns(header, settlementColumns, chosen);
    if (!places.ok) return places;
    const merchants = new KnownMerchants();
    return done({
      take: (ctx, rows, record) =>
        ctx.db.transaction().execute(async (trx) => {
          await record(trx, await takeSettlement(trx, rows, places.value, merchants, ctx.clock.now()));
        }),
      problemsOf: (fields) => problemsIn(readSettlementRow(fields, places.value)),
    });
  },
};

interface GoodRow {
  readonly row: CsvRow;
  readonly sale: SettlementRow;
}

async function takeSettlement(
  db: Db,
  rows: readonly CsvRow[],
  places: ColumnPlaces<SettlementColumn>,
  merchants: KnownMerchants,
  now: Date,
): Promise<BatchTaken> {
  const good: GoodRow[] = [];
  const bad: BadRow[] = [];
  for (const row of rows) {
    const read = row.kind === "ROW" ? readSettlementRow(row.fields, places) : brokenRow(row.why);
    if (read.ok) good.push({ row, sale: read.value });
    else bad.push({ row, problems: read.error });
  }
  if (good.length === 0) return { added: 0, changed: 0, same: 0, bad };
  const sales = good.map(({ sale }) => sale);
  await merchants.meet(db, sales, now);
  const staged = sales.map((sale): StagedTransaction => ({ id: newId(), sale, ...merchants.idsOf(sale) }));
  const { added, differing } = await insertTransactions(db, staged, now);
  const byId = new Map(staged.map(({ id }, index) => [id, good[index]?.row]));
  for (const { id, problems } of differing) {
    const row = byId.get(id);
    if (row !== undefined) bad.push({ row, problems });
  }
  bad.sort((left, right) => left.row.line - right.row.line);
  return { added, changed: 0, same: good.length - added - differing.length, bad };
}
