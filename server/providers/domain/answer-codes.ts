import type { Bilingual } from "../../kernel/calendar.ts";

/** A provider's code for people: what happened, and what somebody should now do. */
export interface CodeInWords {
  readonly happened: Bilingual;
  readonly todo: Bilingual;
  /** May the same money be asked for again over this road? */
  readonly retryable: boolean;
}

const otherWay: Bilingual = {
  zh: "请与持卡人约定其他退款方式，或提交银行处理。",
  en: "Agree on another way with the cardholder, or take it to the bank.",
};
const later: Bilingual = { zh: "稍后重试。", en: "Try again later." };
const nothing: Bilingual = { zh: "无需操作，系统会继续查询。", en: "Nothing: the desk goes on asking." };

/** Two digits are ISO 8583 response codes (field 39), as acquirers in China answer them; the words are ours. */
export const answerCodes: Readonly<Record<string, CodeInWords>> = {
  "12": {
    happened: {
      zh: "收单机构认为该交易不可退（例如已撤销）。",
      en: "The acquirer says this transaction cannot be refunded, for instance because it was voided.",
    },
    todo: { zh: "核对原交易状态。", en: "Check what became of the original transaction." },
    retryable: false,
  },
  "14": {
    happened: { zh: "卡号无效或卡已注销。", en: "The card does not exist any more." },
    todo: otherWay,
    retryable: false,
  },
  "25": {
    happened: { zh: "收单机构找不到原交易。", en: "The acquirer does not find the original transaction." },
    todo: { zh: "核对交易参考号后提交银行处理。", en: "Check the reference number, then take it to the bank." },
    retryable: false,
  },
  "40": {
    happened: { zh: "该卡不支持退款。", en: "This card does not take refunds." },
    todo: otherWay,
    retryable: false,
  },
  "41": { happened: { zh: "卡已挂失。", en: "The card was reported lost." }, todo: otherWay, retryable: false },
  "43": { happened: { zh: "卡被报失窃。", en: "The card was reported stolen." }, todo: otherWay, retryable: false },
  "51": {
    happened: {
      zh: "商户待结算资金不足以退款。",
      en: "The merchant's balance at the acquirer does not cover the refund.",
    },
    todo: { zh: "请商户充值后重试。", en: "Ask the merchant to fund the account, then try again." },
    retryable: true,
  },
  "54": { happened: { zh: "卡已过期。", en: "The card has expired." }, todo: otherWay, retryable: false },
  "57": {
    happened: { zh: "发卡行不允许该卡退款。", en: "The issuer does not allow refunds to this card." },
    todo: otherWay,
    retryable: false,
  },
  "61": {
    happened: { zh: "超出商户当日退款限额。", en: "The merchant's refund limit of the day is used up." },
    todo: { zh: "次日重试。", en: "Try again tomorrow." },
    retryable: true,
  },
  "62": { happened: { zh: "卡被限制使用。", en: "The card is restricted." }, todo: otherWay, retryable: false },
  "64": {
    happened: { zh: "金额与原交易不符。", en: "The amount does not fit the original transaction." },
    todo: { zh: "核对原交易金额。", en: "Check the amount of the original transaction." },
    retryable: false,
  },
  "91": {
    happened: { zh: "发卡行暂时无法应答。", en: "The issuer cannot be reached at the moment." },
    todo: later,
    retryable: true,
  },
  "96": { happened: { zh: "收单机构系统故障。", en: "The acquirer's system failed." }, todo: later, retryable: true },
  TIMEOUT: {
    happened: {
      zh: "收单机构未在时限内应答，结果未知。",
      en: "The acquirer did not answer in time; what it did is not known yet.",
    },
    todo: nothing,
    retryable: false,
  },
  UNREACHABLE: {
    happened: {
      zh: "无法连接收单机构，结果未知。",
      en: "The acquirer could not be reached; what it did is not known yet.",
    },
    todo: nothing,
    retryable: false,
  },
  UNREADABLE: {
    happened: {
      zh: "收单机构的应答无法识别，结果未知。",
      en: "The acquirer's answer made no sense; what it did is not known yet.",
    },
    todo: nothing,
    retryable: false,
  },
  INTERRUPTED: {
    happened: {
      zh: "发送时本系统中断，结果未知。",
      en: "The desk was interrupted while sending; what the acquirer did is not known yet.",
    },
    todo: nothing,
    retryable: false,
  },
  MAINTENANCE: {
    happened: { zh: "收单机构维护中，未受理。", en: "The acquirer is in maintenance and took nothing." },
    todo: { zh: "无需操作，恢复后自动发送。", en: "Nothing: it is sent when the acquirer is back." },
    retryable: false,
  },
};

const unheardOf: CodeInWords = {
  happened: {
    zh: "收单机构拒绝了退款，原因码不在列表中。",
    en: "The acquirer declined with a code that is not in our list.",
  },
  todo: { zh: "向收单机构查询该代码，然后重试。", en: "Ask the acquirer about the code, then try again." },
  retryable: true,
};

export function inWords(code: string): CodeInWords {
  return Object.hasOwn(answerCodes, code) ? (answerCodes[code] ?? unheardOf) : unheardOf;
}
