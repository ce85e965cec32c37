import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { CaseChannel, CaseOutcome, CaseReason, CaseStage, CaseState } from "./words.ts";

type Words<Word extends string> = Readonly<Record<Word, BilingualText>>;

/** The words of a case on paper and in files, the same that the console shows; a test holds the two together. */
export const caseWords = {
  state: {
    NEW: { zh: "新建", en: "New" },
    AWAITING_CUSTOMER: { zh: "待顾客", en: "With customer" },
    VERIFYING: { zh: "核实中", en: "Verifying" },
    AWAITING_APPROVAL: { zh: "待审批", en: "For approval" },
    REFUNDING: { zh: "退款中", en: "Refunding" },
    DECLINED: { zh: "已拒绝", en: "Declined" },
    NEGOTIATING: { zh: "协商中", en: "Negotiating" },
    AT_BANK: { zh: "银行处理", en: "At the bank" },
    AT_AGENCY: { zh: "消保处理", en: "At the agency" },
    CLOSED: { zh: "已关闭", en: "Closed" },
  } satisfies Words<CaseState>,
  reason: {
    DUPLICATE_CHARGE: { zh: "重复扣款", en: "Charged twice" },
    WRONG_AMOUNT: { zh: "金额不符", en: "Wrong amount" },
    GOODS_NOT_RECEIVED: { zh: "未收到商品", en: "Goods not received" },
    NOT_AS_DESCRIBED: { zh: "与描述不符", en: "Not as described" },
    RETURNED_NOT_REFUNDED: { zh: "退货未退款", en: "Returned, no refund" },
    CANCELLED: { zh: "已取消仍扣款", en: "Cancelled, charged" },
    NOT_RECOGNISED: { zh: "不认识的扣款", en: "Charge not recognised" },
    PAID_BY_OTHER_MEANS: { zh: "已用其他方式付款", en: "Paid another way" },
    DEPOSIT_NOT_RELEASED: { zh: "押金未解除", en: "Deposit not released" },
    OTHER: { zh: "其他", en: "Something else" },
  } satisfies Words<CaseReason>,
  stage: {
    REQUEST: { zh: "顾客请求", en: "Request" },
    VERIFICATION: { zh: "商户核实", en: "Verification" },
    BANK: { zh: "银行处理", en: "Bank" },
    CONSUMER_PROTECTION: { zh: "消费者保护", en: "Consumer protection" },
  } satisfies Words<CaseStage>,
  outcome: {
    REFUNDED: { zh: "已退款", en: "Refunded" },
    PARTLY_REFUNDED: { zh: "已部分退款", en: "Partly refunded" },
    CHARGED_BACK: { zh: "银行已扣回", en: "Taken back by the bank" },
    DEFENDED: { zh: "银行支持商户", en: "Bank ruled for the shop" },
    DECLINED: { zh: "已拒绝", en: "Declined" },
    SETTLED: { zh: "已和解", en: "Settled" },
    WITHDRAWN: { zh: "顾客已撤回", en: "Withdrawn by the customer" },
    EXPIRED: { zh: "超期未补充", en: "No answer in time" },
  } satisfies Words<CaseOutcome>,
  channel: {
    WEB: { zh: "网页", en: "Web" },
    PHONE: { zh: "电话", en: "Phone" },
    COUNTER: { zh: "柜台", en: "Counter" },
    FILE: { zh: "文件导入", en: "Imported file" },
  } satisfies Words<CaseChannel>,
} as const;
