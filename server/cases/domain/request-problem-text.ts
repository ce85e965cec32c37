import { formatMoney } from "../../kernel/money.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { RequestProblem, RequestProblemCode } from "./request-problem.ts";

type Of<C extends RequestProblemCode> = Extract<RequestProblem, { readonly code: C }>;
type Texts = { readonly [C in RequestProblemCode]: (problem: Of<C>) => BilingualText };

/** Why a request was not taken, for a customer at the form or an agent on the phone: what is wrong, and what to do. */
export function requestProblemText(problem: RequestProblem, locale: "zh-CN" | "en"): string {
  // A problem carries its own code, so the sentence that is found by the code fits it.
  const sentence = texts[problem.code] as (problem: RequestProblem) => BilingualText;
  const { zh, en } = sentence(problem);
  return locale === "zh-CN" ? zh : en;
}

const texts: Texts = {
  SLIP_NUMBER: () => ({
    zh: "请填写小票上的凭证号或检索参考号，或付款时收到的参考号。",
    en: "Enter the voucher number or the reference number that the slip shows.",
  }),
  SLIP_LAST_FOUR: () => ({
    zh: "请只填写卡号的最后四位数字，不要填写完整卡号。",
    en: "Enter the last four digits of the card, and only those: never the whole number.",
  }),
  SLIP_PAID: () => ({
    zh: "请填写支付的金额或日期，以便找到这笔付款。",
    en: "Enter the amount that was paid or the day, so that the payment can be found.",
  }),
  NAME_MISSING: () => ({ zh: "请填写您的称呼。", en: "Enter your name." }),
  NAME_TOO_LONG: () => ({ zh: "姓名过长，请缩短到 80 个字以内。", en: "The name is too long: 80 characters at most." }),
  CONTACT_MISSING: () => ({
    zh: "请留下手机号或邮箱，以便我们与您联系。",
    en: "Leave a phone number or an e-mail address, so that we can reach you.",
  }),
  PHONE_INVALID: () => ({
    zh: "手机号不正确，请核对，例如 138 0013 8000；请勿填写卡号。",
    en: "That is not a phone number: check it, e.g. +86 138 0013 8000. Never enter a card number.",
  }),
  EMAIL_INVALID: () => ({
    zh: "邮箱地址不正确，请核对，例如 name@example.com。",
    en: "That is not an e-mail address: check it, e.g. name@example.com.",
  }),
  AMOUNT_NOT_POSITIVE: () => ({
    zh: "申请退款的金额必须大于零。",
    en: "The amount to be refunded must be above zero.",
  }),
  AMOUNT_TOO_LARGE: () => ({
    zh: "金额过大，请核对后重新填写。",
    en: "The amount is larger than any payment: check it and enter it again.",
  }),
  CURRENCY_DIFFERS: ({ expected }) => ({
    zh: `退款使用付款时的币种，请以 ${expected} 填写金额。`,
    en: `A refund comes in the currency that was paid: enter the amount in ${expected}.`,
  }),
  ABOVE_PAID: ({ paid }) => ({
    zh: `这笔付款为 ${formatMoney(paid, "zh-CN")}，申请金额不能超过它。`,
    en: `The payment was ${formatMoney(paid, "en")}, and no more than that can be asked for.`,
  }),
  MERCHANT_UNKNOWN: ({ isGiven }) =>
    isGiven
      ? {
          zh: "没有找到与这些信息相符的付款，也没有这个商户编号。请对照小票逐项核对；如果都正确，请联系商户，或向您的发卡行提出争议。",
          en: "No payment fits these details, and no shop here has this merchant number. Check all of it against the slip; if all is right, turn to the shop, or dispute the payment with the bank that issued your card.",
        }
      : {
          zh: "没有找到与这些信息相符的付款。请对照小票核对凭证号、卡号后四位、金额和日期；如果都正确，请再填写小票上的商户编号，我们会为您查找。",
          en: "No payment fits these details. Check the voucher number, the last four digits, the amount and the day against the slip; if all are right, add the merchant number from the slip and we will look for it.",
        },
  ALREADY_OPEN: ({ number }) =>
    number === null
      ? {
          zh: "这笔付款已有一项正在处理的退款申请，不能重复申请。请使用提交时收到的链接查看进度；如果不是您提交的，请联系客服。",
          en: "A request about this payment is open already, so it is not taken twice. Follow it by the link that was given then; if it was not you, call us.",
        }
      : {
          zh: `您就这笔付款的申请 ${number} 正在处理中，不能重复申请。请使用提交时收到的链接查看进度。`,
          en: `Your request ${number} about this payment is open already, so it is not taken twice. Follow it by the link that was given then.`,
        },
  MERCHANT_SUSPENDED: () => ({
    zh: "这家商户的交易正在核查，暂时不能在网上提交申请。请联系客服，由工作人员为您登记；您的权利不受影响。",
    en: "Payments at this shop are being looked into, so requests are not taken online for now. Call us and we take yours down; you lose no right by it.",
  }),
  MERCHANT_CLOSED: () => ({
    zh: "这家商户已停止收单，系统里也没有这笔付款，所以无法受理。请核对凭条上的号码，或向您的发卡行提出争议。",
    en: "This shop no longer takes cards with us, and this payment is not on file, so the request cannot be taken. Check the numbers on the slip, or dispute the payment with the bank that issued your card.",
  }),
  TRANSACTION_UNKNOWN: () => ({
    zh: "找不到该交易，案件未建立。请重新查找。",
    en: "That transaction is not here, so no case was opened. Look it up again.",
  }),
  PUZZLE_NEEDED: () => ({
    zh: "现在请求较多，需要先由您的设备自动完成一道计算，再发送一次。您不用操作；如果没有自动继续，请再试一次。",
    en: "Many requests are coming in, so your device has a calculation to do before this one is taken. It does it by itself; if nothing goes on, try again.",
  }),
  TOO_MANY_TRIES: () => ({
    zh: "查询次数过多，请几分钟后再试。",
    en: "Too many tries. Wait a few minutes and try again.",
  }),
};
