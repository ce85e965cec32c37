import { formatMoney, money } from "../../kernel/money.ts";
import { anyOf, type RuleLocale } from "./describe.ts";
import type { BilingualText, FeeBearer, FeeRate, PolicyContent } from "./policy-content.ts";

export const bearerWords: Readonly<Record<FeeBearer, BilingualText>> = {
  MERCHANT: { zh: "商户", en: "the shop" },
  CUSTOMER: { zh: "顾客", en: "the customer" },
};

/** The share of what goes back; null where the fee has none. */
export const feeShare = (fee: FeeRate | undefined): string | null =>
  fee === undefined || fee.basisPoints === 0 ? null : `${(fee.basisPoints / 100).toFixed(2)}%`;

/** The fixed part in each of its currencies. */
export const feeFixed = (fee: FeeRate | undefined, locale: RuleLocale): readonly string[] =>
  Object.entries(fee?.fixedMinor ?? {}).map(([currency, minor]) => formatMoney(money(BigInt(minor), currency), locale));

/** Who bears what a refund costs, which is what a customer wants to know first, and how much it is. */
export function feeSentences({ fee, feesBorneBy }: PolicyContent): readonly BilingualText[] {
  const share = feeShare(fee);
  const [zh, en] = [feeFixed(fee, "zh-CN"), feeFixed(fee, "en")];
  if (share === null && en.length === 0) return [{ zh: "退款不收取任何费用。", en: "A refund costs nothing." }];
  return [borneBy[feesBorneBy], costOf(share, { zh: anyOf(zh, "zh-CN"), en: anyOf(en, "en") })];
}

/** A fixed part without a word: there is none. */
function costOf(share: string | null, fixed: BilingualText): BilingualText {
  if (share === null)
    return {
      zh: `费用按币种固定为每笔 ${fixed.zh}。`,
      en: `The fee is a fixed ${fixed.en}, by currency.`,
    };
  if (fixed.en === "") return { zh: `费用为退回金额的 ${share}。`, en: `The fee is ${share} of what goes back.` };
  return {
    zh: `费用为退回金额的 ${share}，另按币种每笔固定 ${fixed.zh}。`,
    en: `The fee is ${share} of what goes back, and besides a fixed ${fixed.en}, by currency.`,
  };
}

const borneBy: Readonly<Record<FeeBearer, BilingualText>> = {
  MERCHANT: {
    zh: "费用由商户承担，您无需支付任何费用。",
    en: "The shop bears the fee; you never pay for a refund.",
  },
  CUSTOMER: {
    zh: "费用由您承担，另行结算，退款按全额退回。",
    en: "You bear the fee. It is charged apart, and the refund goes back whole.",
  },
};
