import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import type { BilingualText, PolicyOutcome, YesNoFact } from "./policy-content.ts";

/** What each yes-or-no fact says when it is so, and when it is not; clauses that fit after "because" and after a colon. */
export const yesNoWords: Readonly<Record<YesNoFact, { readonly yes: BilingualText; readonly no: BilingualText }>> = {
  transactionFound: {
    yes: { zh: "已找到原交易", en: "the sale is on file" },
    no: { zh: "尚未找到原交易", en: "no matching sale is on file" },
  },
  amountRefundable: {
    yes: { zh: "申请金额在可退余额之内", en: "the amount can still go back" },
    no: { zh: "申请金额超出可退余额", en: "more is asked for than can still go back" },
  },
  withinWindow: {
    yes: { zh: "在受理期限内提出", en: "the request is in time" },
    no: { zh: "超过受理期限", en: "the request is outside the window" },
  },
  proofPresent: {
    yes: { zh: "凭证已提供", en: "proof is there" },
    no: { zh: "缺少凭证", en: "proof is missing" },
  },
  identityConfirmed: {
    yes: { zh: "身份已核实，或无需核实", en: "it is settled who is asking" },
    no: { zh: "身份尚未核实", en: "it is not settled who is asking" },
  },
  goodsAccepted: {
    yes: { zh: "商品状态已确认，或无需确认", en: "the state of the goods is settled" },
    no: { zh: "商品状态尚未确认", en: "the state of the goods is not settled" },
  },
};

/**
 * Why customers ask: the one name of each reason, on the console, on paper, in the public text. The words themselves belong to
 * cases, higher up, which takes the names from here; a test holds the two together, and the console's own texts with them.
 */
export const reasonNames = {
  DUPLICATE_CHARGE: { zh: "重复扣款", en: "Charged twice" },
  WRONG_AMOUNT: { zh: "金额不符", en: "Wrong amount" },
  GOODS_NOT_RECEIVED: { zh: "未收到商品", en: "Goods not received" },
  NOT_AS_DESCRIBED: { zh: "与描述不符", en: "Not as described" },
  RETURNED_NOT_REFUNDED: { zh: "退货未退款", en: "Returned without refund" },
  CANCELLED: { zh: "已取消仍扣款", en: "Cancelled but charged" },
  NOT_RECOGNISED: { zh: "不认识的扣款", en: "Charge not recognised" },
  PAID_BY_OTHER_MEANS: { zh: "已用其他方式付款", en: "Paid another way" },
  DEPOSIT_NOT_RELEASED: { zh: "押金未解除", en: "Deposit not released" },
  OTHER: { zh: "其他", en: "Something else" },
} as const satisfies Readonly<Record<string, BilingualText>>;

/** The same by any word, as policies keep them. */
export const reasonWords: Readonly<Record<string, BilingualText>> = reasonNames;

/** A name as it stands inside a sentence. */
export const inSentence = ({ zh, en }: BilingualText): BilingualText => ({
  zh,
  en: `${en.charAt(0).toLowerCase()}${en.slice(1)}`,
});

/** What the shop says, in words. A test holds them together with the answers that a case knows. */
export const merchantAnswerWords: Readonly<Record<string, BilingualText>> = {
  NOT_ASKED: { zh: "尚未询问商户", en: "the shop has not been asked" },
  WAITING: { zh: "商户尚未答复", en: "the shop has not answered yet" },
  CONFIRMED: { zh: "商户已确认", en: "the shop confirms" },
  CONTESTED: { zh: "商户提出异议", en: "the shop disputes it" },
  SILENT: { zh: "商户逾期未答复", en: "the shop did not answer in time" },
};

/** The networks of cards, in words; the words themselves are the transactions'. */
export const networkWords: Readonly<Record<string, BilingualText>> = {
  UNIONPAY: { zh: "银联", en: "UnionPay" },
  VISA: { zh: "Visa", en: "Visa" },
  MASTERCARD: { zh: "万事达", en: "Mastercard" },
  AMEX: { zh: "美国运通", en: "American Express" },
  DISCOVER: { zh: "Discover", en: "Discover" },
  OTHER: { zh: "其他卡组织", en: "another network" },
};

/** By which door a request came, in words; a test holds them together with the channels that a case knows. */
export const channelWords: Readonly<Record<string, BilingualText>> = {
  WEB: { zh: "网页", en: "the web" },
  PHONE: { zh: "电话", en: "phone" },
  COUNTER: { zh: "柜台", en: "the counter" },
  FILE: { zh: "文件", en: "a file" },
};

export const outcomeWords: Readonly<Record<PolicyOutcome, BilingualText>> = {
  APPROVE: { zh: "同意退款", en: "approve" },
  DECLINE: { zh: "拒绝", en: "decline" },
  REVIEW: { zh: "转人工处理", en: "leave to a person" },
};

export const proofWords: Readonly<Record<ProofKind, BilingualText>> = {
  RECEIPT: { zh: "小票", en: "receipt" },
  CARD_SLIP: { zh: "签购单", en: "card slip" },
  INVOICE: { zh: "发票", en: "invoice" },
  STATEMENT: { zh: "银行账单", en: "statement" },
  CHAT: { zh: "聊天记录", en: "chat" },
  DELIVERY_PROOF: { zh: "签收证明", en: "proof of delivery" },
  PAYMENT_PROOF: { zh: "付款证明", en: "proof of payment" },
  PHOTO: { zh: "照片", en: "photo" },
  OTHER: { zh: "其他材料", en: "other document" },
};

/** A word without words of its own is shown as it stands, rather than not at all. */
export function wordsOf(table: Readonly<Record<string, BilingualText>>, word: string): BilingualText {
  return table[word] ?? { zh: word, en: word };
}
