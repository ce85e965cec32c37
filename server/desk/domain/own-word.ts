import type { CaseFacts } from "../../cases/domain/case-facts.ts";
import type { CaseAction } from "../../cases/domain/words.ts";
import { workflow } from "../../cases/domain/workflow.ts";
import type { RuleLocale } from "../../policies/domain/describe.ts";
import { type ApprovalRule, agreementText, proposalText } from "../../policies/domain/limit-texts.ts";
import type { Permission } from "../../staff/domain/permissions.ts";

/** What somebody's own word is worth for the money of a case, before anything is opened or typed. */
export interface OwnWord {
  readonly action: Extract<CaseAction, "APPROVE_REFUND" | "GRANT_APPROVAL">;
  /** No: others must agree before money leaves. */
  readonly isEnough: boolean;
  readonly text: string;
}

type Facts = Pick<CaseFacts, "state" | "amount" | "proposedAmount" | "approvalsFor" | "approvalsMissing">;

/** By the same rule that will decide: approving all that was asked for, or granting what waits. Null: neither is the viewer's. */
export function ownWord(
  facts: Facts,
  rule: ApprovalRule,
  permissions: ReadonlySet<Permission>,
  locale: RuleLocale,
): OwnWord | null {
  const { amount, approvalsMissing } = facts;
  const [level, ...others] = approvalsMissing;
  if (facts.state === "AWAITING_APPROVAL") {
    if (level === undefined || !permissions.has(level)) return null;
    return { action: "GRANT_APPROVAL", isEnough: others.length === 0, text: agreementText(others, locale) };
  }
  if (!workflow.APPROVE_REFUND.from.includes(facts.state) || !permissions.has("refund.approve")) return null;
  const levels = facts.approvalsFor(amount);
  const text = proposalText(rule, levels, amount.currency, locale);
  return { action: "APPROVE_REFUND", isEnough: levels.length === 0, text };
}
