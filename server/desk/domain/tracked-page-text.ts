import type { Bilingual } from "../../kernel/calendar.ts";
import type { StopState } from "./money-stops.ts";

/** What the customer's page says itself where it is read without JavaScript; the script's own texts say the same. */
export const trackedPageText = {
  title: { zh: "我的退款", en: "Your refund" },
  updated: { zh: "更新于", en: "Updated" },
  money: { zh: "钱在哪里", en: "Where your money is" },
  need: { zh: "需要您做一件事", en: "We need one thing from you" },
  otherwise: {
    zh: "到期仍未收到的话，这项申请将结束，不会退款；之后您可以重新申请。",
    en: "If nothing reaches us by then, the request closes without a refund. You can then send a new one.",
  },
  whyNot: { zh: "为什么没有同意", en: "Why we did not agree" },
  refer: { zh: "向其他机构求助", en: "Take it further" },
  messages: { zh: "往来消息", en: "Messages" },
  you: { zh: "您", en: "You" },
  receipt: { zh: "退款凭证（可打印）", en: "Receipt to print or keep" },
  acting: {
    zh: "回复、上传照片、提出异议或撤回申请需要启用 JavaScript；您也可以致电或到柜台办理，并报上申请编号。",
    en: "To answer, send a photo, contest or withdraw, this page needs JavaScript. You can also do it by phone or at the counter: give the request number.",
  },
  missingTitle: { zh: "这个链接打不开", en: "This link does not open anything" },
  missing: {
    zh: "链接可能不完整，或已经过期，或已换成新的链接。提交过的申请不会丢失。",
    en: "It may be incomplete, it may have expired, or a newer link has taken its place. A request that you made is not lost.",
  },
  lost: { zh: "找回我的链接", en: "Get your link back" },
  newRequest: { zh: "提交新的申请", en: "Make a new request" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** How the desk is reached, before the number and the address. */
export const deskWays = {
  phone: { zh: "电话", en: "Phone" },
  email: { zh: "邮箱", en: "E-mail" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const stopStateText: Readonly<Record<StopState, Bilingual | null>> = {
  DONE: { zh: "已完成", en: "done" },
  HERE: { zh: "现在在这里", en: "now here" },
  LATER: null,
  OFF: { zh: "不会到这里", en: "will not come here" },
};

export const receiptText = {
  title: { zh: "退款凭证", en: "Refund receipt" },
  number: { zh: "申请编号", en: "Request number" },
  merchant: { zh: "商户", en: "Merchant" },
  paidOn: { zh: "付款日期", en: "Paid on" },
  voucher: { zh: "凭证号", en: "Voucher number" },
  reference: { zh: "检索参考号", en: "Reference number (RRN)" },
  refunded: { zh: "已退金额", en: "Refunded" },
  card: { zh: "退回卡尾号", en: "To the card ending" },
  refundedOn: { zh: "退款日期", en: "Refunded on" },
  note: {
    zh: "款项已原路退回，入账时间以发卡银行为准。本页不是发票。",
    en: "The money has gone back the way it came; the card's bank decides when the statement shows it. This is not an invoice.",
  },
  noteOutside: {
    zh: "款项已退还；以其他方式支付的部分不会出现在卡的账单上。本页不是发票。",
    en: "The money has gone back; what was paid in another way is not on the card's statement. This is not an invoice.",
  },
  back: { zh: "返回", en: "Back" },
} as const satisfies Readonly<Record<string, Bilingual>>;

/** What a receipt is good for; the day is the last on which the card usually shows the money, while it is to come. */
export const receiptHelp = (by: Bilingual | null): Bilingual =>
  by === null
    ? { zh: "账单上没看到？请向发卡银行出示这张凭证。", en: "Not on your statement? Show your bank this receipt." }
    : {
        zh: `账单上还没看到？一般在 ${by.zh} 前入账。如果到期仍未到账，请向发卡银行出示这张凭证。`,
        en: `Not on your statement yet? It is usually there by ${by.en}. If it does not come, show your bank this receipt.`,
      };

export const offerText = (amount: string): Bilingual => ({
  zh: `我们提出退回 ${amount}`,
  en: `You are offered ${amount}`,
});

/** By a day that is still to come. */
export const byDay = (day: Bilingual): Bilingual => ({ zh: `${day.zh} 前`, en: `by ${day.en}` });
