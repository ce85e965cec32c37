import { hearsay, type ReasonCode, type RulePack, read } from "./rule-pack.ts";
import type { DisputeReason } from "./words.ts";

type Row = readonly [code: string, reason: DisputeReason, zh: string, en: string];

/** Outside Visa nobody allocates: the merchant answers, and the issuer comes back or not. */
const codesOf = (rows: readonly Row[], confirmed: boolean, days = 120): readonly ReasonCode[] =>
  rows.map(([code, reason, zh, en]) => ({
    code,
    zh,
    en,
    reason,
    workflow: "COLLABORATION",
    filing: { days, confirmed: days === 120 && confirmed },
    confirmed,
  }));

const mastercardPack: RulePack = {
  network: "MASTERCARD",
  version: 1,
  answer: read(45),
  preArbitrationAnswer: hearsay(45),
  arbitrationFiling: read(45),
  answerClock: "dispute-answer-mastercard",
  source: "Mastercard chargeback codes and timeline, as published by processors",
  codes: [
    ...codesOf([["4808", "AUTHORISATION_MISSING", "授权相关", "Authorisation-related"]], true, 90),
    ...codesOf(
      [
        [
          "4834",
          "DUPLICATE",
          "交互点错误（重复、金额、逾期、币种）",
          "Point-of-interaction error: duplicate, amount, late, currency",
        ],
        ["4837", "NOT_AUTHORISED_CARD_ABSENT", "无持卡人授权", "No cardholder authorisation"],
        ["4840", "NOT_AUTHORISED_CARD_PRESENT", "欺诈处理", "Fraudulent processing"],
        ["4849", "NOT_AUTHORISED_CARD_PRESENT", "可疑商户活动", "Questionable merchant activity"],
        ["4850", "CANCELLED", "分期争议", "Instalment dispute"],
        ["4853", "NOT_AS_DESCRIBED", "持卡人争议（商品或服务）", "Cardholder dispute: goods or services"],
        ["4863", "NOT_RECOGNISED", "持卡人不认可", "Cardholder does not recognise"],
        ["4870", "COUNTERFEIT", "芯片责任转移", "Chip liability shift"],
        ["4871", "NOT_AUTHORISED_CARD_PRESENT", "芯片与密码责任转移", "Chip and PIN liability shift"],
        ["4999", "OTHER", "境内规则争议（欧洲）", "Domestic rule dispute (Europe)"],
      ],
      true,
    ),
    // Older codes that banks still send; their text was not read.
    ...codesOf(
      [
        ["4855", "NOT_RECEIVED", "未提供商品或服务", "Goods or services not provided"],
        ["4859", "CANCELLED", "附加费、未入住或 ATM 争议", "Addendum, no-show or ATM dispute"],
      ],
      false,
    ),
  ],
};

/** Published lists disagree on C04, C08 and C18, so the bank's own words are shown beside ours. */
const amexPack: RulePack = {
  network: "AMEX",
  version: 1,
  answer: read(20),
  preArbitrationAnswer: hearsay(20),
  arbitrationFiling: hearsay(20),
  answerClock: "dispute-answer-amex",
  source: "American Express code list; the meanings were not read in its guide",
  codes: codesOf(
    [
      ["C02", "CREDIT_NOT_PROCESSED", "退款未处理", "Credit not processed"],
      ["C04", "CREDIT_NOT_PROCESSED", "退货或拒收", "Goods returned or refused"],
      ["C05", "CANCELLED", "商品或服务已取消", "Goods or services cancelled"],
      ["C08", "NOT_RECEIVED", "未收到商品或服务", "Goods or services not received"],
      ["C14", "PAID_BY_OTHER_MEANS", "已用其他方式支付", "Paid by other means"],
      ["C18", "CANCELLED", "未入住或租车押金取消", "No-show or car deposit cancelled"],
      ["C28", "CANCELLED", "已取消的循环扣款", "Cancelled recurring billing"],
      ["C31", "NOT_AS_DESCRIBED", "与描述不符", "Not as described"],
      ["C32", "NOT_AS_DESCRIBED", "损坏或有缺陷", "Damaged or defective"],
      ["F10", "NOT_AUTHORISED_CARD_PRESENT", "缺少压印", "Missing imprint"],
      ["F14", "NOT_AUTHORISED_CARD_PRESENT", "缺少签名", "Missing signature"],
      ["F24", "AUTHORISATION_MISSING", "无持卡人授权", "No cardmember authorisation"],
      ["F29", "NOT_AUTHORISED_CARD_ABSENT", "无卡交易", "Card not present"],
      ["F30", "COUNTERFEIT", "EMV 伪卡", "EMV counterfeit"],
      ["P05", "WRONG_AMOUNT", "金额错误", "Wrong amount"],
      ["P08", "DUPLICATE", "重复扣款", "Duplicate charge"],
    ],
    false,
  ),
};

const discoverPack: RulePack = {
  network: "DISCOVER",
  version: 1,
  answer: read(30),
  preArbitrationAnswer: hearsay(30),
  arbitrationFiling: hearsay(30),
  answerClock: "dispute-answer-discover",
  source: "Discover code list, as published by processors; short meanings partly not read",
  codes: codesOf(
    [
      ["AA", "NOT_RECOGNISED", "持卡人不认可", "Cardholder does not recognise"],
      ["AP", "CANCELLED", "已取消的循环扣款", "Cancelled recurring transaction"],
      ["AT", "AUTHORISATION_MISSING", "授权不合规", "Authorisation non-compliance"],
      ["AW", "WRONG_AMOUNT", "金额被改动", "Altered amount"],
      ["CD", "PROCESSING_ERROR", "借贷方向错误", "Credit posted as debit"],
      ["DA", "AUTHORISATION_MISSING", "授权被拒", "Declined authorisation"],
      ["DP", "DUPLICATE", "重复处理", "Duplicate processing"],
      ["LP", "LATE_PRESENTMENT", "逾期提交", "Late presentment"],
      ["NF", "NOT_RECEIVED", "未收到现金", "Cash not received"],
      ["PM", "PAID_BY_OTHER_MEANS", "已用其他方式支付", "Paid by other means"],
      ["RG", "NOT_RECEIVED", "未收到商品或服务", "Goods or services not received"],
      ["RM", "NOT_AS_DESCRIBED", "质量不符", "Quality discrepancy"],
      ["RN2", "CREDIT_NOT_PROCESSED", "退款未处理", "Credit not processed"],
      ["UA01", "NOT_AUTHORISED_CARD_PRESENT", "有卡欺诈", "Fraud, card present"],
      ["UA02", "NOT_AUTHORISED_CARD_ABSENT", "无卡欺诈", "Fraud, card absent"],
      ["UA05", "COUNTERFEIT", "芯片伪卡", "Chip counterfeit"],
      ["UA06", "NOT_AUTHORISED_CARD_PRESENT", "芯片与密码", "Chip and PIN"],
    ],
    false,
  ),
};

const unionPayPack: RulePack = {
  network: "UNIONPAY",
  version: 1,
  answer: hearsay(20),
  preArbitrationAnswer: hearsay(20),
  arbitrationFiling: hearsay(120),
  answerClock: "dispute-answer-unionpay",
  source: "UnionPay International codes as published by a processor; windows from second-hand texts on 差错业务指南",
  codes: [
    ...codesOf(
      [
        ["4515", "NOT_RECOGNISED", "持卡人不认可交易", "Cardholder does not recognise the transaction"],
        ["4562", "COUNTERFEIT", "伪卡", "Counterfeit card"],
        ["4547", "AUTHORISATION_MISSING", "止付卡或已注销卡", "Transaction on a hot or cancelled card"],
        ["4803", "NOT_AUTHORISED_CARD_PRESENT", "高风险商户", "High-risk merchant"],
        ["4514", "NOT_AUTHORISED_CARD_PRESENT", "多笔欺诈", "Multiple fraudulent transactions"],
        ["4522", "AUTHORISATION_MISSING", "授权被拒", "Declined authorisation"],
        ["4508", "AUTHORISATION_MISSING", "超限或无授权", "Over limit or no authorisation"],
        ["4532", "CREDIT_NOT_PROCESSED", "退款未处理", "Refund not processed"],
      ],
      true,
    ),
    ...codesOf([["6344", "OTHER", "争议调单", "Retrieval for a dispute"]], false),
  ],
};

export const otherPacks: readonly RulePack[] = [mastercardPack, amexPack, discoverPack, unionPayPack];
