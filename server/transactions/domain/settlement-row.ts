import type { Money } from "../../kernel/money.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { readCardField } from "./card-field.ts";
import type { ColumnPlaces, ColumnSpecs } from "./columns.ts";
import type { RowProblem } from "./import-problem.ts";
import { networkWords } from "./network-words.ts";
import { RowReader } from "./row-reader.ts";
import type { CardNetwork, TransactionKind } from "./words.ts";

const needed = (...alsoCalled: string[]) => ({ required: true, alsoCalled });
const optional = (...alsoCalled: string[]) => ({ required: false, alsoCalled });

/** The columns of an acquirer's settlement file, and the headings that we know them by. */
export const settlementColumns = {
  transaction_id: needed("acquirer_reference", "transaction_reference", "trade_no", "交易号", "交易流水号", "流水号"),
  merchant_id: needed("merchant_number", "merchant_no", "mid", "商户号", "商户编号"),
  merchant_name: needed("merchant", "商户名称", "商户名"),
  mcc: optional("merchant_category_code", "category_code", "商户类别码"),
  terminal_id: optional("terminal_number", "terminal_no", "term_no", "tid", "终端号"),
  processed_at: needed("transaction_time", "transaction_at", "trade_time", "交易时间"),
  settled_at: optional("settlement_time", "settlement_date", "清算日期", "清算时间", "结算时间"),
  amount: needed("transaction_amount", "captured_amount", "交易金额", "金额"),
  currency: needed("currency_code", "币种", "交易币种"),
  network: needed("card_network", "scheme", "card_brand", "卡组织"),
  card_last4: needed("last4", "card_last_four", "card_number", "masked_card_number", "卡号", "卡号后四位"),
  auth_code: optional("authorization_code", "authorisation_code", "approval_code", "授权码"),
  entry_mode: optional("card_entry_mode", "pos_entry_mode", "输入方式"),
  response_code: optional("resp_code", "应答码", "响应码"),
  voucher_number: optional("voucher_no", "voucher", "slip_number", "凭证号"),
  rrn: optional("retrieval_reference", "retrieval_reference_number", "检索参考号", "参考号"),
  kind: optional("transaction_type", "type", "交易类型"),
} as const satisfies ColumnSpecs<string>;
export type SettlementColumn = keyof typeof settlementColumns;

export interface SettlementRow {
  readonly acquirerReference: string;
  readonly merchantNumber: string;
  readonly merchantName: string;
  readonly categoryCode: string | null;
  readonly terminalNumber: string | null;
  readonly kind: TransactionKind;
  readonly processedAt: Date;
  readonly settledAt: Date | null;
  readonly captured: Money;
  readonly network: CardNetwork;
  readonly cardFirst6: string | null;
  readonly cardLast4: string;
  readonly authorizationCode: string | null;
  readonly entryMode: string | null;
  readonly responseCode: string | null;
  readonly voucherNumber: string | null;
  readonly retrievalReference: string | null;
}

const kindWords: ReadonlyMap<string, TransactionKind> = new Map([
  ...["sale", "purchase", "payment", "消费"].map((word) => [word, "SALE"] as const),
  ...["preauthorization", "preauthorisation", "preauth", "pre_authorization", "预授权"].map(
    (word) => [word, "PREAUTHORIZATION"] as const,
  ),
  ...["completion", "capture", "preauth_completion", "预授权完成"].map((word) => [word, "COMPLETION"] as const),
  ...["void", "reversal", "撤销", "消费撤销"].map((word) => [word, "VOID"] as const),
  ...["refund", "credit", "退货", "退款"].map((word) => [word, "REFUND"] as const),
]);

/** ISO 8583 answers by which the issuer approved, wholly or in part; after any other nothing was captured. */
const approved: ReadonlySet<string> = new Set(["00", "08", "10", "11", "16"]);

/** Reads one record of a settlement file, or says everything that is wrong with it. */
export function readSettlementRow(
  fields: readonly string[],
  places: ColumnPlaces<SettlementColumn>,
): Result<SettlementRow, readonly RowProblem[]> {
  if (fields.length !== places.count) {
    return refused([{ column: null, code: "COLUMN_COUNT", found: fields.length, expected: places.count }]);
  }
  const read = new RowReader(fields, places);
  const acquirerReference = read.required("transaction_id", read.identifier("transaction_id"), "");
  const merchantNumber = read.required("merchant_id", read.identifier("merchant_id"), "");
  const merchantName = read.required("merchant_name", read.name("merchant_name"), "");
  const categoryCode = read.digits("mcc", 4);
  const terminalNumber = read.identifier("terminal_id", 32);
  const processedAt = read.required("processed_at", read.time("processed_at"), new Date(0));
  const settledAt = read.time("settled_at");
  const captured = read.amount("amount", "currency");
  const network = read.required("network", read.word("network", networkWords), "OTHER");
  const card = readCard(read);
  const authorizationCode = read.identifier("auth_code", 12);
  const entryMode = read.name("entry_mode", 32);
  const responseCode = read.identifier("response_code", 4);
  const voucherNumber = read.identifier("voucher_number", 32);
  const retrievalReference = read.identifier("rrn", 32);
  const kind = read.word("kind", kindWords) ?? "SALE";
  if (responseCode !== null && !approved.has(responseCode)) {
    read.fault("response_code", { code: "NOT_CAPTURED", response: responseCode });
  }
  // A void or a refund gives money back: as a sale of its amount it could be paid out a second time.
  if (kind === "VOID" || kind === "REFUND") read.fault("kind", { code: "NOT_A_SALE", kind });
  if (read.problems.length > 0) return refused(read.problems);
  return done({
    acquirerReference,
    merchantNumber,
    merchantName,
    categoryCode,
    terminalNumber,
    kind,
    processedAt,
    settledAt,
    captured,
    network,
    cardFirst6: card.first6,
    cardLast4: card.last4,
    authorizationCode,
    entryMode,
    responseCode,
    voucherNumber,
    retrievalReference,
  });
}

function readCard(read: RowReader<SettlementColumn>) {
  const text = read.required("card_last4", read.text("card_last4") || null, "");
  const card = readCardField(text);
  if (card === null && text !== "") read.fault("card_last4", { code: "NOT_DIGITS", digits: 4 });
  return card ?? { first6: null, last4: "" };
}
