import type { ClockRule } from "./clock-rule.ts";

const network = {
  version: 1,
  unit: "CALENDAR_DAYS",
  calendar: "EVERY_DAY",
  timeZone: "Asia/Shanghai",
  endsAt: "END_OF_DAY",
  pausedIn: [],
  warnAt: 0.3,
  effectiveFrom: null,
  effectiveUntil: null,
} as const;

const answer = {
  ...network,
  kind: "dispute-answer",
  owner: "DESK",
  startsOn: "CHARGEBACK_RECEIVED",
  consequence: {
    zh: "逾期视为放弃抗辩，退单成立",
    en: "No answer in time counts as acceptance and the chargeback stands",
  },
} as const;

const wechatComplaints = { zh: "微信支付消费者投诉", en: "WeChat Pay consumer complaints" } as const;

const timeline = (zh: string, en: string) => ({
  title: { zh: `${zh}争议时限`, en: `${en} dispute timeline` },
  citation: { zh: "卡组织答复期限，据已公布的时间表", en: "Network answer window, read in a published timeline" },
  confirmed: true,
});

/**
 * Answer windows at the networks. They check and fill gaps: a date that the provider sends wins, since providers
 * give merchants less.
 */
export const networkRules: readonly ClockRule[] = [
  {
    ...answer,
    id: "dispute-answer",
    length: 20,
    jurisdiction: "NETWORK",
    source: {
      title: { zh: "各卡组织中最短的期限", en: "Shortest window of the networks" },
      citation: {
        zh: "仅在机构与卡组织均不明时采用",
        en: "used only where neither the provider nor the network is known",
      },
      confirmed: false,
    },
    title: { zh: "答复退单", en: "Answer the dispute" },
  },
  {
    ...answer,
    id: "dispute-answer-visa",
    length: 30,
    jurisdiction: "VISA",
    source: timeline("Visa ", "Visa"),
    title: { zh: "答复 Visa 退单", en: "Answer the Visa dispute" },
  },
  {
    ...answer,
    id: "arbitration-filing-visa",
    length: 10,
    startsOn: "PRE_ARBITRATION_ANSWERED",
    jurisdiction: "VISA",
    source: timeline("Visa ", "Visa"),
    title: { zh: "向 Visa 提请仲裁", en: "File for arbitration at Visa" },
    consequence: {
      zh: "逾期不能再提请仲裁，款项由商户承担",
      en: "Without a filing in time there is no arbitration, and the merchant bears the amount",
    },
  },
  {
    ...answer,
    id: "dispute-answer-mastercard",
    length: 45,
    jurisdiction: "MASTERCARD",
    source: timeline("万事达卡", "Mastercard"),
    title: { zh: "答复万事达卡退单", en: "Answer the Mastercard chargeback" },
  },
  {
    ...answer,
    id: "dispute-answer-amex",
    length: 20,
    jurisdiction: "AMEX",
    source: timeline("美国运通", "American Express"),
    title: { zh: "答复美国运通退单", en: "Answer the American Express chargeback" },
  },
  {
    ...answer,
    id: "dispute-answer-discover",
    length: 30,
    jurisdiction: "DISCOVER",
    source: timeline("Discover ", "Discover"),
    title: { zh: "答复 Discover 退单", en: "Answer the Discover dispute" },
  },
  {
    ...answer,
    id: "dispute-answer-unionpay",
    length: 20,
    jurisdiction: "UNIONPAY",
    startsOn: "RETRIEVAL_REQUESTED",
    source: {
      title: { zh: "银联差错业务指南", en: "UnionPay guide to error handling" },
      citation: {
        zh: "调单答复期限；据二手资料，未见现行原文",
        en: "window for answering a retrieval; at second hand, the text in force was not seen",
      },
      confirmed: false,
    },
    title: { zh: "答复银联调单", en: "Answer the UnionPay retrieval" },
    consequence: {
      zh: "未按时提供签购单，发卡行可直接退单，且收单方丧失再请款权",
      en: "Without the slip in time the issuer may charge back and the acquirer loses second presentment",
    },
  },
  {
    ...network,
    id: "bank-ruling",
    kind: "bank-ruling",
    owner: "BANK",
    length: 45,
    startsOn: "REPRESENTED",
    jurisdiction: "NETWORK",
    source: {
      title: { zh: "退款台规则", en: "Rules of the desk" },
      citation: {
        zh: "退款台向银行催问前的等候时间，非卡组织规则",
        en: "what the desk waits before it asks the bank; not a network's rule",
      },
      confirmed: false,
    },
    title: { zh: "银行裁定", en: "Bank's ruling" },
    consequence: { zh: "向银行催办", en: "The bank is reminded" },
  },
  {
    ...network,
    id: "paypal-inquiry",
    kind: "dispute-answer",
    owner: "DESK",
    length: 20,
    startsOn: "INQUIRY_OPENED",
    jurisdiction: "PAYPAL",
    source: {
      title: { zh: "PayPal 争议规则", en: "PayPal disputes" },
      citation: { zh: "询问期为 20 天", en: "An inquiry lasts 20 days" },
      confirmed: true,
    },
    title: { zh: "PayPal 询问期", en: "PayPal inquiry" },
    consequence: { zh: "未升级则询问关闭", en: "The inquiry closes unless it is escalated" },
  },
  {
    ...network,
    id: "wechat-first-answer",
    kind: "complaint-answer",
    owner: "DESK",
    length: 24,
    unit: "HOURS",
    startsOn: "COMPLAINT_RECEIVED",
    jurisdiction: "WECHAT_PAY",
    source: {
      title: wechatComplaints,
      citation: { zh: "24 小时内首次回复 (kf.qq.com)", en: "First answer within 24 hours (kf.qq.com)" },
      confirmed: true,
    },
    title: { zh: "微信支付投诉首次回复", en: "First answer to a WeChat Pay complaint" },
    consequence: { zh: "平台可介入处理", en: "The platform may step in" },
  },
  {
    ...network,
    id: "wechat-solution",
    kind: "complaint-answer",
    owner: "DESK",
    length: 72,
    unit: "HOURS",
    startsOn: "COMPLAINT_RECEIVED",
    jurisdiction: "WECHAT_PAY",
    source: {
      title: wechatComplaints,
      citation: { zh: "72 小时内解决 (kf.qq.com)", en: "solved within 72 hours (kf.qq.com)" },
      confirmed: true,
    },
    title: { zh: "微信支付投诉解决", en: "Solution of a WeChat Pay complaint" },
    consequence: { zh: "平台可从商户资金中先行赔付", en: "The platform may pay from the merchant's funds" },
  },
];
