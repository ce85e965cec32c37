import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { Role } from "../../staff/domain/roles.ts";
import type { CheckKind } from "./checks.ts";
import type { CaseState } from "./words.ts";

/** The desk's words inside the sentences of its rules. A new word does not compile until it has both languages. */
export const stateWords: Readonly<Record<CaseState, BilingualText>> = {
  NEW: { zh: "新建", en: "new" },
  AWAITING_CUSTOMER: { zh: "待顾客", en: "waiting for the customer" },
  VERIFYING: { zh: "核实中", en: "being verified" },
  AWAITING_APPROVAL: { zh: "待审批", en: "waiting for approval" },
  REFUNDING: { zh: "退款中", en: "being refunded" },
  DECLINED: { zh: "已拒绝", en: "declined" },
  NEGOTIATING: { zh: "协商中", en: "being negotiated" },
  AT_BANK: { zh: "银行处理", en: "at the bank" },
  AT_AGENCY: { zh: "消保处理", en: "at the consumer-protection agency" },
  CLOSED: { zh: "已结案", en: "closed" },
};

export const checkWords: Readonly<Record<CheckKind, BilingualText>> = {
  TRANSACTION_FOUND: { zh: "交易相符", en: "payment found" },
  AMOUNT_REFUNDABLE: { zh: "金额在可退内", en: "amount refundable" },
  WITHIN_WINDOW: { zh: "在期限内", en: "within the window" },
  PROOF_PRESENT: { zh: "凭证齐全", en: "proof present" },
  IDENTITY_CONFIRMED: { zh: "身份已确认", en: "identity confirmed" },
  GOODS_STATE: { zh: "货物状态", en: "state of the goods" },
};

/** With the article that English wants, since these stand inside sentences only. */
export const roleWords: Readonly<Record<Exclude<Role, "SYSTEM">, BilingualText>> = {
  CUSTOMER: { zh: "顾客", en: "the customer" },
  SUPPORT_AGENT: { zh: "客服", en: "a support agent" },
  SUPERVISOR: { zh: "主管", en: "a supervisor" },
  MERCHANT_VERIFIER: { zh: "商户核实员", en: "the shop's verifier" },
  BANK_OFFICER: { zh: "银行经办", en: "a bank officer" },
  COMPLIANCE_OFFICER: { zh: "合规专员", en: "a compliance officer" },
  TRAINER: { zh: "培训师", en: "a trainer" },
  ADMINISTRATOR: { zh: "管理员", en: "an administrator" },
};
