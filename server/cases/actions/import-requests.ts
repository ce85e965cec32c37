import { formatMoney, money } from "../../kernel/money.ts";
import { done, problemsIn } from "../../kernel/result.ts";
import type { CsvRow } from "../../platform/csv/read-rows.ts";
import { derivedId } from "../../platform/derived-id.ts";
import { canonicalJson } from "../../platform/journal.ts";
import type { ActionContext } from "../../request-context.ts";
import { brokenRow } from "../../transactions/domain/broken-row.ts";
import { type ColumnPlaces, placeColumns } from "../../transactions/domain/columns.ts";
import type { RowProblem } from "../../transactions/domain/import-problem.ts";
import type { BadRow, BatchTaken, Importer } from "../../transactions/importer.ts";
import { findPayment } from "../../transactions/queries/find-payment.ts";
import type { RequestProblem } from "../domain/request-problem.ts";
import { type RequestColumn, type RequestRow, readRequestRow, requestColumns } from "../domain/request-row.ts";
import { openForCustomer } from "./open-for-customer.ts";

/**
 * Customers' requests by file, from a shop or a call centre. Each good row opens a case in a transaction of its own, under
 * a key made of the row: the same row again, in this file or in the next, opens nothing.
 */
export const requestsImporter: Importer = {
  kind: "REQUESTS",
  batchRows: 50,
  columns: requestColumns,
  open(header, chosen) {
    const places = placeColumns(header, requestColumns, chosen);
    if (!places.ok) return places;
    return done({
      take: async (ctx, rows, record) => record(ctx.db, await takeRequests(ctx, rows, places.value)),
      problemsOf: (fields) => problemsIn(readRequestRow(fields, places.value)),
    });
  },
};

async function takeRequests(
  ctx: ActionContext,
  rows: readonly CsvRow[],
  places: ColumnPlaces<RequestColumn>,
): Promise<BatchTaken> {
  const bad: BadRow[] = [];
  const counts = { ADDED: 0, SAME: 0 };
  for (const row of rows) {
    const read = row.kind === "ROW" ? readRequestRow(row.fields, places) : brokenRow(row.why);
    const fate = read.ok ? await takeRequest(ctx, read.value) : read.error;
    if (typeof fate === "string") counts[fate] += 1;
    else bad.push({ row, problems: fate });
  }
  return { added: counts.ADDED, changed: 0, same: counts.SAME, bad };
}

async function takeRequest(ctx: ActionContext, row: RequestRow): Promise<"ADDED" | "SAME" | readonly RowProblem[]> {
  const payment = await findPayment(ctx.db, row.slip);
  if (payment === undefined) return [{ column: "transaction_id", code: "PAYMENT_NOT_FOUND" }];
  const { amount, reason, contact, locale, message } = row;
  const opened = await openForCustomer(ctx, {
    ...{ origin: "CUSTOMER", channel: "FILE", amount, reason, message, despiteOpenCase: false },
    transactionId: payment.id,
    contact: { ...contact, locale },
    idempotencyKey: derivedId("request by file", canonicalJson(row)),
  });
  if (opened.ok) return opened.value.isNew ? "ADDED" : "SAME";
  // The row was taken before, when its slip fitted another payment; the case of then is the one that it opened.
  if (opened.error.kind === "KEY_REUSED") return "SAME";
  return opened.error.reasons.map((problem) => problemOfRow(problem, payment));
}

/** Why the desk would not take it, in the words of a file. */
function problemOfRow(
  problem: RequestProblem,
  { captured_minor, currency }: { readonly captured_minor: bigint; readonly currency: string },
): RowProblem {
  switch (problem.code) {
    case "ALREADY_OPEN":
      return { column: null, code: "ALREADY_OPEN", number: problem.number ?? "" };
    case "CURRENCY_DIFFERS":
      return { column: "currency", code: "CURRENCY_OF_SALE", expected: currency };
    case "ABOVE_PAID":
      return { column: "amount", code: "ABOVE_SALE", captured: formatted(captured_minor, currency) };
    default:
      throw new Error(`A request by file was refused as ${problem.code}`);
  }
}

function formatted(minor: bigint, currency: string): string {
  return formatMoney(money(minor, currency), "en");
}
