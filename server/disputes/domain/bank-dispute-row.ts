import type { Money } from "../../kernel/money.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { readCardField } from "../../transactions/domain/card-field.ts";
import type { ColumnPlaces, ColumnSpecs } from "../../transactions/domain/columns.ts";
import type { RowProblem } from "../../transactions/domain/import-problem.ts";
import { networkWords } from "../../transactions/domain/network-words.ts";
import { RowReader } from "../../transactions/domain/row-reader.ts";
import type { CardNetwork } from "../../transactions/domain/words.ts";
import { fileStatuses } from "./bank-file-status.ts";

const needed = (...alsoCalled: string[]) => ({ required: true, alsoCalled });
const optional = (...alsoCalled: string[]) => ({ required: false, alsoCalled });

/** The columns of a bank's dispute file, and the headings that we know them by. */
export const bankDisputeColumns = {
  dispute_ref: needed("dispute_reference", "dispute_id", "chargeback_id", "争议编号", "退单编号"),
  transaction_id: needed("acquirer_reference", "transaction_reference", "交易号", "交易流水号"),
  cardholder: optional("cardholder_name", "customer_name", "持卡人", "持卡人姓名"),
  card_last4: optional("last4", "card_last_four", "card_number", "卡号", "卡号后四位"),
  network: needed("card_network", "scheme", "card_brand", "卡组织"),
  reason_code: needed("dispute_reason_code", "原因代码"),
  reason: optional("reason_text", "reason_description", "原因"),
  amount: needed("dispute_amount", "争议金额", "金额"),
  currency: needed("currency_code", "币种"),
  opened_at: needed("dispute_date", "received_at", "开始时间", "受理时间"),
  due_at: optional("respond_by", "response_due", "due_date", "答复期限", "截止时间"),
  status: needed("dispute_status", "状态"),
} as const satisfies ColumnSpecs<string>;
export type BankDisputeColumn = keyof typeof bankDisputeColumns;

export interface BankDisputeRow {
  readonly reference: string;
  readonly transactionReference: string;
  readonly cardholder: string | null;
  readonly cardLast4: string | null;
  readonly network: CardNetwork;
  readonly reasonCode: string;
  /** The bank's own words for the reason: code lists disagree, and these were meant. */
  readonly reasonText: string | null;
  readonly amount: Money;
  readonly openedAt: Date;
  readonly respondBy: Date | null;
  readonly status: string;
}

const statusWords: ReadonlyMap<string, string> = new Map([...fileStatuses.keys()].map((word) => [word, word]));

/** Reads one record of a bank's dispute file, or says everything that is wrong with it. */
export function readBankDisputeRow(
  fields: readonly string[],
  places: ColumnPlaces<BankDisputeColumn>,
): Result<BankDisputeRow, readonly RowProblem[]> {
  if (fields.length !== places.count) {
    return refused([{ column: null, code: "COLUMN_COUNT", found: fields.length, expected: places.count }]);
  }
  const read = new RowReader(fields, places);
  const row: BankDisputeRow = {
    reference: read.required("dispute_ref", read.identifier("dispute_ref"), ""),
    transactionReference: read.required("transaction_id", read.identifier("transaction_id"), ""),
    cardholder: read.name("cardholder"),
    cardLast4: readLast4(read),
    network: read.required("network", read.word("network", networkWords), "OTHER"),
    reasonCode: read.required("reason_code", read.identifier("reason_code", 16), ""),
    reasonText: read.name("reason"),
    amount: read.amount("amount", "currency"),
    openedAt: read.required("opened_at", read.time("opened_at"), new Date(0)),
    respondBy: read.time("due_at"),
    status: read.required("status", read.word("status", statusWords), ""),
  };
  if (row.respondBy !== null && row.respondBy < row.openedAt) read.fault("due_at", { code: "DUE_BEFORE_OPENED" });
  return read.problems.length > 0 ? refused(read.problems) : done(row);
}

function readLast4(read: RowReader<BankDisputeColumn>): string | null {
  const text = read.text("card_last4");
  if (text === "") return null;
  const card = readCardField(text);
  if (card === null) read.fault("card_last4", { code: "NOT_DIGITS", digits: 4 });
  return card?.last4 ?? null;
}
