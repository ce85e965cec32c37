import { hearsay, type ReasonCode, type RulePack, read } from "./rule-pack.ts";
import type { DisputeReason } from "./words.ts";

/** Fraud and authorisation: Visa allocates the liability, and it is the acquirer who starts pre-arbitration. */
const allocation = (code: string, reason: DisputeReason, zh: string, en: string): ReasonCode => ({
  code,
  zh,
  en,
  reason,
  workflow: "ALLOCATION",
  filing: code.startsWith("11.") ? hearsay(75) : read(120),
  confirmed: true,
});

/** Processing errors and consumer disputes: the merchant answers, and it is the issuer who starts pre-arbitration. */
const collaboration = (code: string, reason: DisputeReason, zh: string, en: string): ReasonCode => ({
  code,
  zh,
  en,
  reason,
  workflow: "COLLABORATION",
  filing: code === "12.7" ? hearsay(75) : read(120),
  confirmed: true,
});

/** The whole of Visa's list. 13.1 can reach back 540 days from the sale where delivery was promised for later. */
export const visaPack: RulePack = {
  network: "VISA",
  version: 1,
  answer: read(30),
  preArbitrationAnswer: read(30),
  arbitrationFiling: read(10),
  answerClock: "dispute-answer-visa",
  filingClock: "arbitration-filing-visa",
  source: "Visa dispute conditions and timeline, as published by processors",
  codes: [
    allocation("10.1", "COUNTERFEIT", "EMV 责任转移：伪卡", "EMV liability shift: counterfeit"),
    allocation("10.2", "NOT_AUTHORISED_CARD_PRESENT", "EMV 责任转移：非伪卡", "EMV liability shift: non-counterfeit"),
    allocation("10.3", "NOT_AUTHORISED_CARD_PRESENT", "其他欺诈：有卡", "Other fraud: card present"),
    allocation("10.4", "NOT_AUTHORISED_CARD_ABSENT", "其他欺诈：无卡", "Other fraud: card absent"),
    allocation("10.5", "NOT_AUTHORISED_CARD_PRESENT", "Visa 欺诈监控计划", "Visa fraud monitoring programme"),
    allocation("11.1", "AUTHORISATION_MISSING", "止付名单", "Card recovery bulletin"),
    allocation("11.2", "AUTHORISATION_MISSING", "授权被拒", "Declined authorisation"),
    allocation("11.3", "AUTHORISATION_MISSING", "无授权", "No authorisation"),
    collaboration("12.1", "LATE_PRESENTMENT", "逾期提交", "Late presentment"),
    collaboration("12.2", "PROCESSING_ERROR", "交易代码错误", "Wrong transaction code"),
    collaboration("12.3", "WRONG_AMOUNT", "币种错误", "Wrong currency"),
    collaboration("12.4", "PROCESSING_ERROR", "账号错误", "Wrong account number"),
    collaboration("12.5", "WRONG_AMOUNT", "金额错误", "Wrong amount"),
    collaboration("12.6", "DUPLICATE", "重复处理", "Duplicate processing or paid by other means"),
    collaboration("12.6.1", "DUPLICATE", "重复扣款", "Duplicate processing"),
    collaboration("12.6.2", "PAID_BY_OTHER_MEANS", "已用其他方式支付", "Paid by other means"),
    collaboration("12.7", "PROCESSING_ERROR", "数据无效", "Invalid data"),
    collaboration("13.1", "NOT_RECEIVED", "未收到商品或服务", "Merchandise or services not received"),
    collaboration("13.2", "CANCELLED", "已取消的循环扣款", "Cancelled recurring transaction"),
    collaboration("13.3", "NOT_AS_DESCRIBED", "与描述不符或有缺陷", "Not as described or defective"),
    collaboration("13.4", "NOT_AS_DESCRIBED", "假冒商品", "Counterfeit merchandise"),
    collaboration("13.5", "NOT_AS_DESCRIBED", "虚假陈述", "Misrepresentation"),
    collaboration("13.6", "CREDIT_NOT_PROCESSED", "退款未处理", "Credit not processed"),
    collaboration("13.7", "CANCELLED", "已取消的商品或服务", "Cancelled merchandise or services"),
    collaboration("13.8", "CREDIT_NOT_PROCESSED", "原始贷记未被接受", "Original credit not accepted"),
    collaboration("13.9", "NOT_RECEIVED", "未吐钞或存款未入账", "Cash not dispensed or deposit not received"),
  ],
};
