import type { CaseAction, PolicyOutcome } from "../graphql/words.ts";

/** Where an action is found on the page: in the list of what to do next, or with the thing that it is about. */
type Place = "list" | "composer" | "evidence" | "header" | "never";

export const placeOfAction: Record<CaseAction, Place> = {
  BEGIN_VERIFICATION: "list",
  APPROVE_REFUND: "list",
  GRANT_APPROVAL: "list",
  RETRY_REFUND: "list",
  PROPOSE_MANUAL_REFUND: "list",
  RECORD_BANK_RULING: "list",
  RECORD_AGENCY_OUTCOME: "list",
  MAKE_OFFER: "list",
  ACCEPT_OFFER: "list",
  PROVIDE_INFORMATION: "list",
  ATTACH_PAYMENT: "list",
  RECORD_MERCHANT_ANSWER: "list",
  RECORD_CHECK: "list",
  PROPOSE_CHECK_WAIVER: "list",
  REQUEST_INFORMATION: "list",
  DECLINE_REQUEST: "list",
  REJECT_APPROVAL: "list",
  REJECT_OFFER: "list",
  ESCALATE_TO_BANK: "list",
  ADVANCE_DISPUTE: "list",
  REFER_TO_AGENCY: "list",
  ADVANCE_REFERRAL: "list",
  CONTEST_DECISION: "list",
  REOPEN: "list",
  CLOSE: "list",
  WITHDRAW: "list",
  ADD_NOTE: "composer",
  SEND_MESSAGE: "composer",
  ATTACH_EVIDENCE: "evidence",
  ASSIGN: "header",
  SNOOZE: "header",
  WAKE: "header",
  AUTO_APPROVE: "never",
  RECORD_REFUND_PROGRESS: "never",
  SETTLE_REFUND: "never",
  FAIL_REFUND: "never",
  EXPIRE: "never",
  EXPIRE_APPROVAL: "never",
  REJECT_CHECK_WAIVER: "never",
  EXPIRE_CHECK_WAIVER: "never",
  FIND_PAYMENT: "never",
  RECORD_CLOCK_BREACH: "never",
  JOIN_DISPUTE: "never",
  ADOPT_DISPUTE: "never",
};

/** The order in which open actions stand, by the order of the table above. */
const rank = new Map(Object.keys(placeOfAction).map((action, index) => [action, index]));

export function byRank(left: { readonly action: CaseAction }, right: { readonly action: CaseAction }): number {
  return (rank.get(left.action) ?? 0) - (rank.get(right.action) ?? 0);
}

/** Actions that are the plain next step of their state, whatever the policy says. */
const plainNext: ReadonlySet<CaseAction> = new Set<CaseAction>([
  "BEGIN_VERIFICATION",
  "GRANT_APPROVAL",
  "RETRY_REFUND",
  "RECORD_BANK_RULING",
  "RECORD_AGENCY_OUTCOME",
]);

const policyNext: Record<PolicyOutcome, CaseAction | null> = {
  APPROVE: "APPROVE_REFUND",
  DECLINE: "DECLINE_REQUEST",
  REVIEW: null,
};

/** The one action to draw filled: what the policy says, where it is open, else the plain next step. Null: a person must choose. */
export function recommended(open: readonly CaseAction[], says: PolicyOutcome | null): CaseAction | null {
  const byPolicy = says === null ? null : policyNext[says];
  if (byPolicy !== null && open.includes(byPolicy)) return byPolicy;
  return open.find((action) => plainNext.has(action)) ?? null;
}

/** What a shop or a bank does itself: the desk records it, and they simply do it. */
export const partyActions = [
  "RECORD_MERCHANT_ANSWER",
  "RECORD_CHECK",
  "RECORD_BANK_RULING",
  "ADVANCE_DISPUTE",
] as const satisfies readonly CaseAction[];

export function isPartyAction(action: CaseAction): action is (typeof partyActions)[number] {
  return partyActions.some((one) => one === action);
}
