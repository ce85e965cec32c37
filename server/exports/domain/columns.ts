import type { ExportKind } from "./words.ts";

/** The heading over each column, in the language of whoever asked. */
const headings = {
  number: { zh: "案件编号", en: "Case" },
  state: { zh: "状态", en: "State" },
  stage: { zh: "阶段", en: "Stage" },
  outcome: { zh: "结果", en: "Outcome" },
  reason: { zh: "申请原因", en: "Reason" },
  channel: { zh: "受理渠道", en: "Channel" },
  stateCode: { zh: "状态代码", en: "State, code" },
  stageCode: { zh: "阶段代码", en: "Stage, code" },
  outcomeCode: { zh: "结果代码", en: "Outcome, code" },
  requestReasonCode: { zh: "申请原因代码", en: "Reason, code" },
  channelCode: { zh: "受理渠道代码", en: "Channel, code" },
  networkCode: { zh: "卡组织代码", en: "Network, code" },
  kindCode: { zh: "类型代码", en: "Kind, code" },
  modeCode: { zh: "方式代码", en: "Mode, code" },
  providerCode: { zh: "退款通道代码", en: "Provider, code" },
  rulingCode: { zh: "银行裁定代码", en: "Ruling, code" },
  entryModeCode: { zh: "读卡方式代码", en: "Entry mode, code" },
  actionCode: { zh: "操作代码", en: "Action, code" },
  fromStateCode: { zh: "原状态代码", en: "State before, code" },
  toStateCode: { zh: "现状态代码", en: "State afterwards, code" },
  roleCode: { zh: "角色代码", en: "Role, code" },
  currency: { zh: "币种", en: "Currency" },
  amount: { zh: "金额", en: "Amount" },
  customer: { zh: "顾客", en: "Customer" },
  phone: { zh: "顾客电话", en: "Phone" },
  email: { zh: "顾客邮箱", en: "E-mail" },
  merchantNumber: { zh: "商户号", en: "Merchant number" },
  merchant: { zh: "商户", en: "Merchant" },
  acquirerReference: { zh: "收单流水号", en: "Acquirer's reference" },
  network: { zh: "卡组织", en: "Network" },
  cardLast4: { zh: "卡号后四位", en: "Card, last four" },
  assignee: { zh: "负责人", en: "Assignee" },
  openedAt: { zh: "立案时间", en: "Opened at" },
  dueAt: { zh: "到期时间", en: "Due at" },
  closedAt: { zh: "结案时间", en: "Closed at" },
  kind: { zh: "类型", en: "Kind" },
  mode: { zh: "方式", en: "Mode" },
  provider: { zh: "退款通道", en: "Provider" },
  providerReference: { zh: "退款通道流水号", en: "Provider's reference" },
  failure: { zh: "失败原因", en: "Failure" },
  failureCode: { zh: "失败原因代码", en: "Failure, code" },
  expectedOn: { zh: "预计到账日", en: "Expected on" },
  createdAt: { zh: "发起时间", en: "Created at" },
  settledAt: { zh: "结清时间", en: "Settled at" },
  reference: { zh: "银行案件号", en: "Bank's reference" },
  reasonCode: { zh: "卡组织原因代码", en: "Network's reason code" },
  reasonMeaning: { zh: "代码含义", en: "What it means" },
  ruling: { zh: "银行裁定", en: "Ruling" },
  chargedBack: { zh: "银行已扣回", en: "Charged back" },
  respondBy: { zh: "答复期限", en: "Answer by" },
  disputedAt: { zh: "争议开始时间", en: "Opened at" },
  endedAt: { zh: "争议结束时间", en: "Ended at" },
  terminal: { zh: "终端号", en: "Terminal" },
  voucher: { zh: "凭证号", en: "Voucher" },
  retrievalReference: { zh: "检索参考号", en: "RRN" },
  authorizationCode: { zh: "授权码", en: "Authorisation code" },
  entryMode: { zh: "读卡方式", en: "Entry mode" },
  captured: { zh: "交易金额", en: "Captured" },
  refunded: { zh: "已退款金额", en: "Refunded" },
  inFlight: { zh: "退款在途金额", en: "On its way back" },
  at: { zh: "时间", en: "At" },
  sequence: { zh: "序号", en: "Event" },
  action: { zh: "操作", en: "Action" },
  fromState: { zh: "原状态", en: "State before" },
  toState: { zh: "现状态", en: "State afterwards" },
  role: { zh: "角色", en: "Role" },
  actor: { zh: "操作人", en: "Who" },
  facts: { zh: "记录内容", en: "Recorded facts" },
  previousHash: { zh: "上一条哈希值", en: "Hash before" },
  hash: { zh: "哈希值", en: "Hash" },
  processedAt: { zh: "交易时间", en: "Processed at" },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

const who = ["merchantNumber", "merchant"] as const;

/** What stands in a file of each kind, from left to right: words for people, and last the codes for machines. */
export const sheetColumns = {
  CASES: [
    ...(["number", "state", "stage", "outcome", "reason", "channel", "currency", "amount"] as const),
    ...(["customer", "phone", "email", ...who, "acquirerReference", "network", "cardLast4"] as const),
    ...(["assignee", "openedAt", "dueAt", "closedAt"] as const),
    ...(["stateCode", "stageCode", "outcomeCode", "requestReasonCode", "channelCode", "networkCode"] as const),
  ],
  REFUNDS: [
    ...(["number", "state", "kind", "mode", "currency", "amount", ...who, "provider", "providerReference"] as const),
    ...(["failure", "expectedOn", "createdAt", "settledAt"] as const),
    ...(["stateCode", "kindCode", "modeCode", "providerCode", "failureCode"] as const),
  ],
  DISPUTES: [
    ...(["number", "reference", "network", "reasonCode", "reasonMeaning", "state", "ruling"] as const),
    ...(["currency", "amount", "chargedBack", ...who, "disputedAt", "respondBy", "endedAt"] as const),
    ...(["networkCode", "stateCode", "rulingCode"] as const),
  ],
  TRANSACTIONS: [
    ...(["acquirerReference", "kind", ...who, "terminal", "voucher", "retrievalReference"] as const),
    ...(["authorizationCode", "network", "cardLast4", "entryMode", "currency", "captured", "refunded"] as const),
    ...(["inFlight", "chargedBack", "processedAt", "settledAt"] as const),
    ...(["kindCode", "networkCode", "entryModeCode"] as const),
  ],
  AUDIT_LOG: [
    ...(["at", "number", "sequence", "action", "fromState", "toState", "role", "actor"] as const),
    ...(["facts", "previousHash", "hash"] as const),
    ...(["actionCode", "fromStateCode", "toStateCode", "roleCode"] as const),
  ],
} as const satisfies Readonly<Record<ExportKind, readonly (keyof typeof headings)[]>>;

/** One line of a file, by its columns; a column without a cell does not compile. */
export type SheetRow<K extends ExportKind> = Readonly<Record<(typeof sheetColumns)[K][number], string>>;

export function headingsOf(kind: ExportKind, locale: "zh-CN" | "en"): readonly string[] {
  return sheetColumns[kind].map((column) => headings[column][locale === "en" ? "en" : "zh"]);
}
