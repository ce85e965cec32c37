import type { Bilingual } from "../../kernel/calendar.ts";
import type { KeptFields } from "./notice-fields.ts";
import { noticeRules } from "./notice-rules.ts";
import type { FilledFields } from "./render-notice.ts";
import { stillOpenOf } from "./told-fields.ts";
import type { NoticeKind } from "./words.ts";

/** What a preview is filled in with. */
export const exampleFields: KeptFields = {
  caseNumber: "RD-26-004812",
  amount: { minor: "129900", currency: "CNY" },
  merchant: { zh: "沪上百货 徐汇店", en: "Hushang Department Store, Xuhui" },
  cardLast4: "4242",
  voucher: "004812",
  paidAt: "2026-11-20T06:12:00.000Z",
  answerBy: "2026-12-03T15:59:59.000Z",
  arrivesOn: "2026-12-01",
  agency: { zh: "全国12315平台（市场监督管理部门）", en: "12315, the market regulators' consumer platform" },
  agencyAddress: "https://www.12315.cn",
  role: { zh: "客服", en: "support agent" },
  course: { zh: "退款政策", en: "Refund policy" },
  matter: { zh: "角色更改", en: "a change of a role" },
  cases: "12",
  endpoint: "https://hooks.example.com/…",
  dueOn: "2026-12-10",
};

export const exampleFilled: Readonly<Record<"zh-CN" | "en", Required<Omit<FilledFields, "signOff">>>> = {
  "zh-CN": {
    colleagues: "林晓、周航",
    message: "请上传能看清金额和日期的小票照片。",
    link: "https://desk.example/…",
    answerLink: "https://desk.example/n/…",
  },
  en: {
    colleagues: "Lin Xiao, Zhou Hang",
    message: "Please add a picture of the slip on which amount and date can be read.",
    link: "https://desk.example/…",
    answerLink: "https://desk.example/n/…",
  },
};

/** What somebody would have written with just that; where it could be anything, a question is. */
const ownMessages: Readonly<Partial<Record<NoticeKind, Bilingual>>> = {
  REQUEST_DECLINED: {
    zh: "小票上的商户与这笔交易不一致，请核对是否为同一家店。",
    en: "The slip is of another shop than the one that took this payment. Please check that it is the same.",
  },
  OFFER_MADE: {
    zh: "商户愿意部分退款，同意后款项原路退回。",
    en: "The shop offers to give back a part. If you accept, it goes back to the card that paid.",
  },
  REQUEST_CLOSED: {
    zh: "没有收到新的情况，按原决定结案。",
    en: "Nothing new came in, so it ends as it was decided.",
  },
  BANK_ASKED: {
    zh: "持卡人与商户意见不一致，双方材料已附上。",
    en: "Cardholder and merchant cannot agree. What both have shown is attached.",
  },
};

/** What people and the desk fill in, as an example of that kind. */
export function filledExampleOf(kind: NoticeKind, locale: "zh-CN" | "en"): Required<Omit<FilledFields, "signOff">> {
  const own = ownMessages[kind];
  const filled = exampleFilled[locale];
  return own === undefined ? filled : { ...filled, message: locale === "zh-CN" ? own.zh : own.en };
}

/** The example of a kind: of all that could be said, what it may speak of. */
export function exampleOf(kind: NoticeKind): KeptFields {
  const rule = noticeRules[kind];
  const known: ReadonlySet<string> = new Set([...rule.must, ...rule.may]);
  const stillOpen = stillOpenOf(rule, { bankHasRuled: false, agencyIsDone: false });
  const example: KeptFields = { ...exampleFields, ...(stillOpen !== null && { stillOpen }) };
  return Object.fromEntries(Object.entries(example).filter(([name]) => known.has(name)));
}
