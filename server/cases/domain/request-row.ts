import type { Day } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import type { Money } from "../../kernel/money.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { dayIn } from "../../kernel/zoned-time.ts";
import { readCardField } from "../../transactions/domain/card-field.ts";
import type { ColumnPlaces, ColumnSpecs } from "../../transactions/domain/columns.ts";
import type { RowProblem } from "../../transactions/domain/import-problem.ts";
import { RowReader } from "../../transactions/domain/row-reader.ts";
import { readSlip, type Slip, type SlipGap } from "../../transactions/domain/slip.ts";
import { type Contact, type ContactProblem, readContact } from "./contact.ts";
import { type CaseReason, caseReasons } from "./words.ts";

const needed = (...alsoCalled: string[]) => ({ required: true, alsoCalled });
const optional = (...alsoCalled: string[]) => ({ required: false, alsoCalled });

/** The columns of a file of customers' requests, and the headings that we know them by. */
export const requestColumns = {
  transaction_id: optional("acquirer_reference", "transaction_reference", "交易号", "交易流水号"),
  voucher_number: optional("voucher_no", "voucher", "slip_number", "凭证号"),
  rrn: optional("retrieval_reference", "retrieval_reference_number", "检索参考号", "参考号"),
  card_last4: needed("last4", "card_last_four", "card_number", "卡号", "卡号后四位"),
  paid_on: needed("paid_at", "transaction_date", "transaction_time", "付款日期", "交易时间"),
  amount: needed("refund_amount", "requested_amount", "申请金额", "退款金额", "金额"),
  currency: needed("currency_code", "币种"),
  reason: needed("refund_reason", "原因"),
  customer_name: needed("name", "customer", "顾客姓名", "姓名"),
  phone: optional("mobile", "telephone", "手机号", "电话"),
  email: optional("e_mail", "mail", "邮箱"),
  language: optional("locale", "语言"),
  message: optional("note", "comment", "说明", "备注"),
} as const satisfies ColumnSpecs<string>;
export type RequestColumn = keyof typeof requestColumns;

export interface RequestRow {
  readonly slip: Slip;
  readonly amount: Money;
  readonly reason: CaseReason;
  readonly contact: Contact;
  readonly locale: "zh-CN" | "en";
  readonly message: string | null;
}

const longestMessage = 4000;

const reasonWords: ReadonlyMap<string, CaseReason> = new Map([
  ...caseReasons.map((reason) => [reason.toLowerCase(), reason] as const),
  ["重复扣款", "DUPLICATE_CHARGE"],
  ["金额不符", "WRONG_AMOUNT"],
  ["未收到商品", "GOODS_NOT_RECEIVED"],
  ["与描述不符", "NOT_AS_DESCRIBED"],
  ["退货未退款", "RETURNED_NOT_REFUNDED"],
  ["已取消仍扣款", "CANCELLED"],
  ["不认识的扣款", "NOT_RECOGNISED"],
  ["已用其他方式付款", "PAID_BY_OTHER_MEANS"],
  ["押金未解除", "DEPOSIT_NOT_RELEASED"],
  ["其他", "OTHER"],
]);
const localeWords: ReadonlyMap<string, RequestRow["locale"]> = new Map([
  ...["zh", "zh_cn", "chinese", "中文"].map((word) => [word, "zh-CN"] as const),
  ...["en", "en_us", "en_gb", "english", "英文"].map((word) => [word, "en"] as const),
]);

const gapColumns: Readonly<Record<SlipGap, RequestColumn>> = {
  NUMBER: "transaction_id",
  LAST_FOUR: "card_last4",
  PAID: "paid_on",
};
const contactColumns: Readonly<Record<ContactProblem, RequestColumn>> = {
  NAME_MISSING: "customer_name",
  NAME_TOO_LONG: "customer_name",
  CONTACT_MISSING: "phone",
  PHONE_INVALID: "phone",
  EMAIL_INVALID: "email",
};

/** Reads one request of a file, or says everything that is wrong with it. */
export function readRequestRow(
  fields: readonly string[],
  places: ColumnPlaces<RequestColumn>,
): Result<RequestRow, readonly RowProblem[]> {
  if (fields.length !== places.count) {
    return refused([{ column: null, code: "COLUMN_COUNT", found: fields.length, expected: places.count }]);
  }
  const read = new RowReader(fields, places);
  const slip = readSlipFields(read);
  const contact = readContactFields(read);
  const amount = read.amount("amount", "currency");
  const reason = read.required("reason", read.word("reason", reasonWords), "OTHER");
  const locale = read.word("language", localeWords) ?? "zh-CN";
  const message = read.name("message", longestMessage);
  if (slip === null || contact === null || read.problems.length > 0) return refused(read.problems);
  return done({ slip, amount, reason, contact, locale, message });
}

function readSlipFields(read: RowReader<RequestColumn>): Slip | null {
  const at = read.required("paid_on", read.time("paid_on"), null);
  const paidOn: Day | null = at === null ? null : dayIn(at, deskTimeZone());
  const card = readCardField(read.required("card_last4", read.text("card_last4") || null, ""));
  if (card === null && read.text("card_last4") !== "") read.fault("card_last4", { code: "NOT_DIGITS", digits: 4 });
  const slip = readSlip({
    reference: read.identifier("transaction_id"),
    voucherNumber: read.identifier("voucher_number", 32),
    retrievalReference: read.identifier("rrn", 32),
    cardLast4: card?.last4 ?? "",
    paidOn,
  });
  if (slip.ok) return slip.value;
  for (const gap of slip.error.filter((one) => one === "NUMBER")) read.fault(gapColumns[gap], { code: "SLIP_NUMBER" });
  return null;
}

function readContactFields(read: RowReader<RequestColumn>): Contact | null {
  const [phone, email] = [read.text("phone"), read.text("email")];
  const contact = readContact({ name: read.text("customer_name"), phone, email });
  if (contact.ok) return contact.value;
  for (const code of contact.error)
    read.fault(contactColumns[code], code === "NAME_MISSING" ? { code: "MISSING" } : { code });
  return null;
}
