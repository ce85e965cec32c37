import { formatMoney, money } from "../../kernel/money.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import { anyOf, type RuleLocale, sayIn } from "./describe.ts";
import { type Reach, reachWithout } from "./evaluate.ts";
import {
  type ApprovalPermission,
  type ApprovalTier,
  approvalPermissions,
  type BilingualText,
  type PolicyContent,
} from "./policy-content.ts";

/** The rule by which approvals are asked for on one case: the policy's tiers, what the row that decided asks whatever the amount, and the payment. */
export interface ApprovalRule extends Pick<PolicyContent, "approvalTiers"> {
  readonly always: readonly ApprovalPermission[];
  /** What went back over the payment before, or is on its way: it counts with what is asked for. */
  readonly alreadyBackMinor: bigint;
}

/** How far an agent's own word reaches on one case's money, by the limit of its currency. */
export function ownLimitText(rule: ApprovalRule, currency: string, locale: RuleLocale): string {
  const text = ownReach(reachWithout(rule.approvalTiers, currency, rule), currency, locale);
  return sayIn(locale)(withEarlier(text, rule, currency, locale));
}

const levelNames: Readonly<Record<ApprovalPermission, BilingualText>> = {
  "approval.first": { zh: "主管", en: "a supervisor" },
  "approval.second": { zh: "合规专员", en: "compliance" },
};

/** What an agent's yes to one amount is: the refund itself, or a proposal that these levels grant, and why. */
export function proposalText(
  rule: ApprovalRule,
  levels: readonly Permission[],
  currency: string,
  locale: RuleLocale,
): string {
  const reach = reachWithout(rule.approvalTiers, currency, rule);
  const text =
    levels.length === 0 ? aloneText(reach, locale) : joinedProposal(levels, whyNotAlone(reach, rule, currency, locale));
  return sayIn(locale)(text);
}

function aloneText(reach: Reach, locale: RuleLocale): BilingualText {
  if (reach.kind !== "UP_TO")
    return { zh: "由您决定：批准后立即退款。", en: "Your word is enough: the money leaves as soon as you approve." };
  const upTo = formatMoney(reach.limit, locale);
  return {
    zh: `在您的限额 ${upTo} 以内：批准后立即退款。`,
    en: `Within your limit of ${upTo}: the money leaves as soon as you approve.`,
  };
}

function joinedProposal(levels: readonly Permission[], why: BilingualText): BilingualText {
  const names = levels
    .flatMap((level) => approvalPermissions.filter((one) => one === level))
    .map((one) => levelNames[one]);
  const zh = names.map((name) => name.zh).join("、");
  const en = names.map((name) => name.en).join(", then ");
  return {
    zh: `由您提出，${zh}${names.length > 1 ? "依次" : ""}批准：${why.zh}。`,
    en: `You propose, ${en} ${names.length > 1 ? "grant" : "grants"}: ${why.en}.`,
  };
}

/** Of a payment over which something went back before, what is left of the limit is what counts. */
function whyNotAlone(
  reach: Reach,
  { alreadyBackMinor }: ApprovalRule,
  currency: string,
  locale: RuleLocale,
): BilingualText {
  if (reach.kind === "UP_TO") {
    const upTo = formatMoney(reach.limit, locale);
    return alreadyBackMinor === 0n
      ? { zh: `超过您的限额 ${upTo}`, en: `above your limit of ${upTo}` }
      : { zh: `超过您对这笔付款剩余的限额 ${upTo}`, en: `above what is left of your limit for this payment, ${upTo}` };
  }
  if (reach.kind === "ANY") return { zh: "政策如此要求", en: "the policy asks for it" };
  return {
    ROW: { zh: "本案依据的政策条目要求审批，与金额无关", en: "the policy asks for it here, whatever the amount" },
    CURRENCY: { zh: `政策没有设定 ${currency} 的限额`, en: `the policy names no limit for ${currency}` },
    SPENT: { zh: "您对这笔付款的限额已用完", en: "your limit for this payment is used up" },
  }[reach.because];
}

/** What agreeing to a proposal does, by who must agree after it. */
export function agreementText(others: readonly Permission[], locale: RuleLocale): string {
  return sayIn(locale)(
    others.length === 0
      ? { zh: "您同意后立即退款，无需他人再审批。", en: "The money leaves as soon as you agree: nobody else must." }
      : {
          zh: "您同意后，还须合规专员同意，钱才会退出。",
          en: "After you, compliance must agree as well before any money leaves.",
        },
  );
}

/** How far the word of who gives one level of approval reaches on one case's money. */
export function levelLimitText(rule: ApprovalRule, level: Permission, currency: string, locale: RuleLocale): string {
  const reach = reachWithout(tiersAfter(rule.approvalTiers, level), currency, rule);
  const text = levelReach(reach, currency, locale);
  return sayIn(locale)(reach.kind === "ANY" ? text : withEarlier(text, rule, currency, locale));
}

/** Why it is less than the policy says: limits count a payment as a whole. */
function withEarlier(
  text: BilingualText,
  { alreadyBackMinor }: ApprovalRule,
  currency: string,
  locale: RuleLocale,
): BilingualText {
  if (alreadyBackMinor === 0n) return text;
  const before = formatMoney(money(alreadyBackMinor, currency), locale);
  return {
    zh: `${text.zh}限额按同一笔交易累计：此前已退或正在退 ${before}。`,
    en: `${text.en} Limits count the payment as a whole: ${before} has gone back over it or is on its way.`,
  };
}

/** How far someone's word reaches in every currency, a sentence for each thing that they may do; empty for whoever moves none. */
export function limitTexts(
  { approvalTiers }: Pick<PolicyContent, "approvalTiers">,
  permissions: ReadonlySet<Permission>,
  locale: RuleLocale,
): readonly string[] {
  const texts: BilingualText[] = [];
  if (permissions.has("refund.approve")) texts.push(refunds(limitsWithout(approvalTiers, locale)));
  for (const { permission } of approvalTiers)
    if (permissions.has(permission))
      texts.push(approvals(limitsWithout(tiersAfter(approvalTiers, permission), locale)));
  return texts.map(sayIn(locale));
}

function tiersAfter(tiers: readonly ApprovalTier[], level: Permission): readonly ApprovalTier[] {
  return tiers.slice(tiers.findIndex(({ permission }) => permission === level) + 1);
}

/** The limits of all currencies that have one, "NONE" where none has; "ANY" where nobody else is asked. */
function limitsWithout(tiers: readonly ApprovalTier[], locale: RuleLocale): "ANY" | "NONE" | { readonly upTo: string } {
  if (tiers.length === 0) return "ANY";
  const currencies = new Set(tiers.flatMap(({ aboveMinor }) => Object.keys(aboveMinor)));
  const amounts = [...currencies].flatMap((currency) => {
    const reach = reachWithout(tiers, currency);
    return reach.kind === "UP_TO" ? [formatMoney(reach.limit, locale)] : [];
  });
  return amounts.length === 0 ? "NONE" : { upTo: anyOf(amounts, locale) };
}

const refundsOfAny: BilingualText = {
  zh: "可独立批准退款，金额不限。",
  en: "You approve refunds alone, whatever the amount.",
};

const approvalsOfAny: BilingualText = {
  zh: "可审批他人提出的退款，金额不限。",
  en: "You agree to what others propose, whatever the amount.",
};

function ownReach(reach: Reach, currency: string, locale: RuleLocale): BilingualText {
  if (reach.kind === "ANY") return refundsOfAny;
  if (reach.kind === "UP_TO") {
    const upTo = formatMoney(reach.limit, locale);
    return {
      zh: `可独立批准不超过 ${upTo} 的退款；超过时须他人审批。`,
      en: `You approve refunds up to ${upTo} alone; above that somebody else must agree.`,
    };
  }
  if (reach.because === "SPENT")
    return {
      zh: "这笔交易的独立批准限额已用完：再退一律须他人审批。",
      en: "What you approve alone of this payment is used up: somebody else must agree to any more.",
    };
  return reach.because === "ROW"
    ? {
        zh: "本案所依据的政策条目要求：无论金额多少，都须他人审批。",
        en: "The row of the policy that decides this case asks for somebody else's agreement, whatever the amount.",
      }
    : {
        zh: `政策没有设定 ${currency} 的独立批准限额：该币种的退款一律须他人审批。`,
        en: `The policy names no limit for ${currency}: somebody else must agree to every refund in it.`,
      };
}

function levelReach(reach: Reach, currency: string, locale: RuleLocale): BilingualText {
  if (reach.kind === "ANY") return approvalsOfAny;
  if (reach.kind === "UP_TO") {
    const upTo = formatMoney(reach.limit, locale);
    return {
      zh: `可审批他人提出的不超过 ${upTo} 的退款；超过时还须合规专员复核。`,
      en: `You agree to what others propose up to ${upTo}; above that compliance must agree as well.`,
    };
  }
  if (reach.because === "SPENT")
    return {
      zh: "这笔交易的审批限额已用完：再退的款项，您审批后一律还须合规专员复核。",
      en: "What you agree to of this payment is used up: compliance must agree to any more as well.",
    };
  return reach.because === "ROW"
    ? {
        zh: "本案所依据的政策条目要求：无论金额多少，您审批后都还须合规专员复核。",
        en: "The row of the policy that decides this case asks for compliance's agreement as well, whatever the amount.",
      }
    : {
        zh: `政策没有设定 ${currency} 的审批限额：该币种的退款，您审批后一律还须合规专员复核。`,
        en: `The policy names no limit for ${currency}: compliance must agree to every refund in it as well.`,
      };
}

function refunds(limits: ReturnType<typeof limitsWithout>): BilingualText {
  if (limits === "ANY") return refundsOfAny;
  if (limits === "NONE") return { zh: "退款一律须他人审批。", en: "Somebody else must agree to every refund." };
  return {
    zh: `可独立批准不超过 ${limits.upTo} 的退款；超过限额或使用其他币种时，须他人审批。`,
    en: `You approve refunds up to ${limits.upTo} alone; above that, and in any other currency, somebody else must agree.`,
  };
}

function approvals(limits: ReturnType<typeof limitsWithout>): BilingualText {
  if (limits === "ANY") return approvalsOfAny;
  if (limits === "NONE")
    return {
      zh: "可审批他人提出的退款，之后一律还须合规专员复核。",
      en: "You agree to what others propose; compliance must always agree as well.",
    };
  return {
    zh: `可审批他人提出的不超过 ${limits.upTo} 的退款；超过限额或使用其他币种时，还须合规专员复核。`,
    en: `You agree to what others propose up to ${limits.upTo}; above that, and in any other currency, compliance must agree as well.`,
  };
}
