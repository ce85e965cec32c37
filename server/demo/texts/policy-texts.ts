import type { PolicyContent, PolicyFacts, PolicyRow } from "../../policies/domain/policy-content.ts";

type PublicText = PolicyContent["publicText"];

/** The public text with other days in it: what customers read says the window that decides. */
function saying(text: PublicText, [zh, zhNow]: readonly [string, string], [en, enNow]: readonly [string, string]) {
  if (!text.zh.includes(zh) || !text.en.includes(en)) throw new Error(`The public text does not say “${zh}”, “${en}”`);
  return { zh: text.zh.replace(zh, zhNow), en: text.en.replace(en, enNow) };
}

const withinDays = (text: PublicText, days: number) =>
  saying(text, ["请在交易后 7 天内申请", `请在交易后 ${days} 天内申请`], ["you have 7 days", `you have ${days} days`]);

/** The first of the demo's changes is of wording alone. */
export const wordingText = {
  kind: "MINOR",
  note: "公开文本增加了材料提示，规则不变。",
  content: (before: PolicyContent): PolicyContent => ({
    ...before,
    publicText: {
      zh: `${before.publicText.zh}\n\n拍照时请让小票上的凭证号和金额清晰可见。`,
      en: `${before.publicText.en}\n\nPlease see to it that the voucher number and the amount can be read on your photo.`,
    },
  }),
} as const;

export const secondText = {
  kind: "MAJOR",
  note: "设定自动退款的总上限，任何一行都不得超出；写明退款手续费为 0.60%。",
  content: (before: PolicyContent): PolicyContent => ({
    ...before,
    autoLimitMinor: { CNY: 20_000, USD: 3_000, EUR: 3_000, GBP: 2_500, HKD: 20_000, SGD: 4_000, JPY: 4_000 },
    fee: { basisPoints: 60, fixedMinor: {} },
  }),
} as const;

export const thirdText = {
  kind: "MAJOR",
  note: "取消类申请的受理期限由 7 天延长至 30 天。",
  content: (before: PolicyContent): PolicyContent => ({
    ...before,
    windowDaysByReason: { ...before.windowDaysByReason, CANCELLED: 30 },
    publicText: saying(
      before.publicText,
      ["商品或服务与描述不符、已取消及其他原因，", "已取消的可在交易后 30 天内申请；商品或服务与描述不符及其他原因，"],
      [
        "For goods or services that are not as described, for cancellations and for anything else",
        "For cancellations you have 30 days. For goods or services that are not as described and for anything else",
      ],
    ),
  }),
} as const;

export const hotelsText = {
  kind: "MAJOR",
  note: "酒店入住与离店间隔较长，统一给予 30 天受理期限。",
  content: (before: PolicyContent): PolicyContent => ({
    ...before,
    title: { zh: "酒店住宿退款政策", en: "Refunds of hotel stays" },
    windowDays: 30,
    publicText: withinDays(before.publicText, 30),
  }),
} as const;

export const landianText = {
  kind: "MAJOR",
  note: "商户承诺 15 天内受理质量问题。",
  content: (before: PolicyContent): PolicyContent => ({
    ...before,
    title: { zh: "澜点数码退款政策", en: "Refunds of Landian Digital" },
    windowDays: 15,
    publicText: withinDays(before.publicText, 15),
  }),
} as const;

/** The last but one row of the demo's table agrees to whatever the shop confirms: the draft does so up to a limit, and forgets the rest. */
export const draftWithGap = {
  kind: "MAJOR",
  note: "商户确认的退款，五千元以内按本行办理。",
  content: (before: PolicyContent): PolicyContent => ({
    ...before,
    rows: before.rows.map((row): PolicyRow => {
      const isGeneral = row.outcome === "APPROVE" && !row.straightThrough;
      if (!isGeneral) return row;
      return { ...row, when: [...row.when, { fact: "amount", atMost: { CNY: 500_000, USD: 75_000, JPY: 100_000 } }] };
    }),
  }),
} as const;

const settled: PolicyFacts = {
  amountMinor: 15_800,
  currency: "CNY",
  reason: "DUPLICATE_CHARGE",
  daysSinceSale: 2,
  merchantAnswer: "CONFIRMED",
  transactionFound: true,
  amountRefundable: true,
  withinWindow: true,
  proofPresent: true,
  identityConfirmed: true,
  goodsAccepted: true,
};

/** Cases that must come out so whatever is written; the second is what the draft breaks. */
export const keptTests = [
  { name: "小额重复扣款，商户确认：直接退款", facts: settled, expected: "APPROVE_AT_ONCE" },
  {
    name: "退货 6,180 元，商户确认：同意退款",
    facts: { ...settled, amountMinor: 618_000, reason: "RETURNED_NOT_REFUNDED", daysSinceSale: 12 },
    expected: "APPROVE",
  },
  { name: "缺少凭证：转人工", facts: { ...settled, proofPresent: false }, expected: "REVIEW" },
  {
    name: "超过期限且商户未同意：拒绝",
    facts: { ...settled, withinWindow: false, merchantAnswer: "SILENT", daysSinceSale: 200 },
    expected: "DECLINE",
  },
] as const;
