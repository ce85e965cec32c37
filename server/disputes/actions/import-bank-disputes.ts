import { done, problemsIn } from "../../kernel/result.ts";
import type { CsvRow } from "../../platform/csv/read-rows.ts";
import { canonicalJson, sha256 } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import { brokenRow } from "../../transactions/domain/broken-row.ts";
import { type ColumnPlaces, placeColumns } from "../../transactions/domain/columns.ts";
import type { BadRow, BatchTaken, Importer } from "../../transactions/importer.ts";
import {
  type BankDisputeColumn,
  type BankDisputeRow,
  bankDisputeColumns,
  readBankDisputeRow,
} from "../domain/bank-dispute-row.ts";
import { problemsWithSale } from "../domain/dispute-of-sale.ts";
import { nextCycle } from "../domain/next-cycle.ts";
import { findDisputesByReference, findSalesByReference } from "../queries/find-bank-disputes.ts";
import { followBank } from "./follow-bank.ts";
import { openBankDispute } from "./open-bank-dispute.ts";
import type { RowFate } from "./row-fate.ts";

/**
 * Banks' dispute files. A dispute that is new opens a case at the bank, or joins the one that the desk has over that sale;
 * one that is known follows what the bank now says, and one that is over and charged back again is new in its next cycle. Each case changes in its own transaction, so the place in the file is
 * written after them: rows that are read again after a crash are found to be there.
 */
export const bankDisputesImporter: Importer = {
  kind: "BANK_DISPUTES",
  batchRows: 100,
  columns: bankDisputeColumns,
  open(header, chosen) {
    const places = placeColumns(header, bankDisputeColumns, chosen);
    if (!places.ok) return places;
    return done({
      take: async (ctx, rows, record) => record(ctx.db, await takeDisputes(ctx, rows, places.value)),
      problemsOf: (fields) => problemsIn(readBankDisputeRow(fields, places.value)),
    });
  },
};

interface GoodRow {
  readonly row: CsvRow;
  readonly said: BankDisputeRow;
}

async function takeDisputes(
  ctx: ActionContext,
  rows: readonly CsvRow[],
  places: ColumnPlaces<BankDisputeColumn>,
): Promise<BatchTaken> {
  const good: GoodRow[] = [];
  const bad: BadRow[] = [];
  const counts = { ADDED: 0, CHANGED: 0, SAME: 0 };
  for (const row of rows) {
    const read = row.kind === "ROW" ? readBankDisputeRow(row.fields, places) : brokenRow(row.why);
    if (read.ok) good.push({ row, said: read.value });
    else bad.push({ row, problems: read.error });
  }
  const decideFate = await knowing(ctx, good);
  for (const { row, said } of good) {
    const fate = await decideFate(said);
    if (typeof fate === "string") counts[fate] += 1;
    else bad.push({ row, problems: fate });
  }
  bad.sort((left, right) => left.row.line - right.row.line);
  return { added: counts.ADDED, changed: counts.CHANGED, same: counts.SAME, bad };
}

/** Reads what is known of a whole batch in two statements, and gives what decides one row after another. */
async function knowing(
  ctx: ActionContext,
  good: readonly GoodRow[],
): Promise<(said: BankDisputeRow) => Promise<RowFate>> {
  const references = good.map(({ said }) => said.reference);
  const disputes = new Map((await findDisputesByReference(ctx.db, references)).map((row) => [row.reference, row]));
  const sales = await findSalesByReference(
    ctx.db,
    good.map(({ said }) => said.transactionReference),
  );
  const saleOf = new Map(sales.map((sale) => [sale.acquirer_reference, sale]));
  const seen = new Set<string>();
  return async (said) => {
    // A number that stands twice in one file: what was read before the batch does not know the first of the two.
    const again = seen.has(said.reference);
    seen.add(said.reference);
    const known = again ? (await findDisputesByReference(ctx.db, [said.reference]))[0] : disputes.get(said.reference);
    const hash = sha256(canonicalJson(said));
    if (known?.content_hash === hash) return "SAME";
    const cycle = known === undefined ? 1 : nextCycle(known, said);
    if (known !== undefined && cycle === null) return followBank(ctx, known, said, hash);
    const sale = saleOf.get(said.transactionReference);
    if (sale === undefined) {
      return [{ column: "transaction_id", code: "TRANSACTION_UNKNOWN", reference: said.transactionReference }];
    }
    const problems = problemsWithSale(said, sale);
    return problems.length > 0 ? problems : openBankDispute(ctx, sale, { said, cycle: cycle ?? 1 }, hash);
  };
}
