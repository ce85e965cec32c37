import { formatMoney, money } from "../../kernel/money.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { RuleLocale } from "./describe.ts";
import type { AmountLimits, BilingualText, PolicyContent } from "./policy-content.ts";

/** How far someone's word reaches on money, a sentence for each thing that they may do; empty for whoever moves none. */
export function limitTexts(
  { approvalTiers }: Pick<PolicyContent, "approvalTiers">,
  permissions: ReadonlySet<Permission>,
  locale: RuleLocale,
): readonly string[] {
  const texts: BilingualText[] = [];
  const [first] = approvalTiers;
  if (permissions.has("refund.approve"))
    texts.push(refunds(first === undefined ? null : shown(first.aboveMinor, locale)));
  approvalTiers.forEach((tier, index) => {
    const next = approvalTiers[index + 1];
    if (permissions.has(tier.permission))
      texts.push(approvals(next === undefined ? null : shown(next.aboveMinor, locale)));
  });
  return texts.map((text) => (locale === "zh-CN" ? text.zh : text.en));
}

/** The amount in the policy's first currency; the others stand in the policy. */
function shown(limits: AmountLimits, locale: RuleLocale): string | null {
  const [limit] = Object.entries(limits);
  return limit === undefined ? null : formatMoney(money(BigInt(limit[1]), limit[0]), locale);
}

function refunds(upTo: string | null): BilingualText {
  return upTo === null
    ? { zh: "可独立批准退款，金额不限。", en: "You approve refunds alone, whatever the amount." }
    : {
        zh: `可独立批准不超过 ${upTo} 的退款；超过时须他人审批。`,
        en: `You approve refunds up to ${upTo} alone; above that somebody else must agree.`,
      };
}

function approvals(upTo: string | null): BilingualText {
  return upTo === null
    ? { zh: "可审批他人提出的退款，金额不限。", en: "You agree to what others propose, whatever the amount." }
    : {
        zh: `可审批他人提出的不超过 ${upTo} 的退款；超过时还须合规复核。`,
        en: `You agree to what others propose up to ${upTo}; above that compliance must agree as well.`,
      };
}
