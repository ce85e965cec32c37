import type { CaseFacts } from "../../cases/domain/case-facts.ts";
import type { CaseAction, CaseState } from "../../cases/domain/words.ts";
import type { RuleLocale } from "../../policies/domain/describe.ts";
import { type ApprovalRule, levelLimitText, ownLimitText } from "../../policies/domain/limit-texts.ts";
import type { Permission } from "../../staff/domain/permissions.ts";

/** Where the way of the money turns on the limits: the workflow asks `approvalsFor` of these, or will of what is offered. */
const boundByLimit: ReadonlySet<CaseAction> = new Set<CaseAction>([
  "APPROVE_REFUND",
  "MAKE_OFFER",
  "ACCEPT_OFFER",
  "RECORD_AGENCY_OUTCOME",
]);

/** How far the viewer's word reaches with an action on this case, by the rule that will decide; null where no limit does. */
export function limitOfAction(
  facts: Pick<CaseFacts, "amount" | "proposedAmount" | "approvalsFor" | "approvalsMissing">,
  { action, to }: { readonly action: CaseAction; readonly to: CaseState },
  rule: ApprovalRule,
  permissions: ReadonlySet<Permission>,
  locale: RuleLocale,
): string | null {
  const { currency } = facts.amount;
  if (action === "GRANT_APPROVAL") {
    const [level] = facts.approvalsMissing;
    if (level === undefined || !permissions.has(level) || !isAskedByToday(facts)) return null;
    return levelLimitText(rule, level, currency, locale);
  }
  if (!boundByLimit.has(action) || to === "CLOSED" || !permissions.has("refund.approve")) return null;
  return ownLimitText(rule, currency, locale);
}

/** The approvals that wait were asked for by the policy of then: where today's asks for others, its limits would be a wrong word. */
function isAskedByToday({
  proposedAmount,
  approvalsFor,
  approvalsMissing,
}: Pick<CaseFacts, "proposedAmount" | "approvalsFor" | "approvalsMissing">): boolean {
  if (proposedAmount === null) return false;
  const today = approvalsFor(proposedAmount);
  return approvalsMissing.every((level, index) => level === today.slice(-approvalsMissing.length)[index]);
}
