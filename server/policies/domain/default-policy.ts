import { defaultPolicyRows, nothingDecides } from "./default-policy-rows.ts";
import { defaultPolicyPublicText, defaultPolicyResponsibilities } from "./default-policy-text.ts";
import type { AmountLimits, PolicyContent } from "./policy-content.ts";

/** The name of the policy that holds for all merchants. */
export const defaultPolicyName = "default";

/** In force before the desk's first case, so that any case on its books is decided by a policy. */
export const defaultPolicyEffectiveFrom = new Date("2025-01-01T00:00:00+08:00");

/** What an agent settles alone. Round sums of about the same worth, so that nobody has to convert. */
const agentsOwnLimit: AmountLimits = {
  CNY: 100_000,
  USD: 15_000,
  EUR: 15_000,
  GBP: 12_000,
  HKD: 120_000,
  SGD: 20_000,
  JPY: 20_000,
};

/** What a supervisor settles without compliance. */
const supervisorsLimit: AmountLimits = {
  CNY: 1_000_000,
  USD: 150_000,
  EUR: 150_000,
  GBP: 120_000,
  HKD: 1_200_000,
  SGD: 200_000,
  JPY: 200_000,
};

/**
 * The policy that a new desk starts with. Seven days are for changes of mind and faults that show at once: in a shop no
 * law gives a return without a reason, so the window is the desk's own word. Money that was taken by mistake, goods that
 * never came and refunds that were promised do not become the shop's by waiting a week, so they have half a year.
 */
export const defaultPolicy: PolicyContent = {
  title: { zh: "刷卡交易退款政策", en: "Refunds of card-present sales" },
  timeZone: "Asia/Shanghai",
  windowDays: 7,
  windowDaysByReason: {
    DUPLICATE_CHARGE: 180,
    WRONG_AMOUNT: 180,
    PAID_BY_OTHER_MEANS: 180,
    DEPOSIT_NOT_RELEASED: 180,
    GOODS_NOT_RECEIVED: 180,
    RETURNED_NOT_REFUNDED: 180,
    NOT_RECOGNISED: 180,
  },
  proof: { needed: true, anyOf: ["RECEIPT", "CARD_SLIP", "INVOICE", "STATEMENT"] },
  identityNeededAboveMinor: agentsOwnLimit,
  goodsStateNeededFor: ["NOT_AS_DESCRIBED", "RETURNED_NOT_REFUNDED"],
  rows: defaultPolicyRows,
  otherwise: nothingDecides,
  approvalTiers: [
    { permission: "approval.first", aboveMinor: agentsOwnLimit },
    { permission: "approval.second", aboveMinor: supervisorsLimit },
  ],
  arrivalWorkingDays: { from: 1, to: 3 },
  appealWindowDays: 15,
  reopenWindowDays: 30,
  feesBorneBy: "MERCHANT",
  responsibilities: defaultPolicyResponsibilities,
  publicText: defaultPolicyPublicText,
};
