import { alreadyBack } from "../../server/cases/domain/already-back.ts";
import type { CaseFacts, SaleFacts, VerdictFacts } from "../../server/cases/domain/case-facts.ts";
import { type CheckKind, type CheckOutcome, checkKinds } from "../../server/cases/domain/checks.ts";
import { type CaseMove, decide } from "../../server/cases/domain/decide.ts";
import type { CaseAction } from "../../server/cases/domain/words.ts";
import { type Money, money } from "../../server/kernel/money.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import { approvalsFor } from "../../server/policies/domain/evaluate.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { gateCourseCodes } from "../../server/staff/domain/gate-courses.ts";
import { builtInBook, builtInRights } from "../../server/staff/domain/role-book.ts";
import type { Role } from "../../server/staff/domain/roles.ts";

/** A Monday morning in Shanghai. */
export const now = new Date("2026-10-12T10:00:00+08:00");
export const later = (days: number) => new Date(now.getTime() + days * 86_400_000);

/** Yuan, to the fen. */
export const cny = (yuan: number): Money => money(BigInt(Math.round(yuan * 100)), "CNY");

export const checks = (change: Partial<Record<CheckKind, CheckOutcome>> = {}): CaseFacts["checks"] => {
  const passed: Record<CheckKind, CheckOutcome> = {
    TRANSACTION_FOUND: "PASSED",
    AMOUNT_REFUNDABLE: "PASSED",
    WITHIN_WINDOW: "PASSED",
    PROOF_PRESENT: "PASSED",
    IDENTITY_CONFIRMED: "PASSED",
    GOODS_STATE: "PASSED",
  };
  return { ...passed, ...change };
};
export const noChecks = checks(Object.fromEntries(checkKinds.map((kind) => [kind, "PENDING"])));

export const aSale = (change: Partial<SaleFacts> = {}): SaleFacts => ({
  currency: "CNY",
  capturedMinor: 86_000n,
  refundedMinor: 0n,
  inFlightMinor: 0n,
  chargedBackMinor: 0n,
  paidTwiceMinor: 0n,
  ...change,
});

export const aRefund = (change: Partial<NonNullable<CaseFacts["refund"]>> = {}): NonNullable<CaseFacts["refund"]> => ({
  id: "0199d6a0-0000-7000-8000-00000000000f",
  inFlight: false,
  paidOutside: false,
  needsAttention: false,
  retryable: false,
  heldMinor: 0n,
  ...change,
});

export const aVerdict = (change: Partial<VerdictFacts> = {}): VerdictFacts => ({
  outcome: "APPROVE",
  rowNumber: 9,
  straightThrough: false,
  alreadyBackMinor: 0n,
  ...change,
});

/** CNY 860.00 of a sale of CNY 860.00, verified, with the shop's word: a case on which everything is allowed. */
export function aCase(change: Partial<CaseFacts> = {}): CaseFacts {
  const { sale = aSale(), refund = null } = change;
  return {
    caseId: "0199d6a0-0000-7000-8000-000000000001",
    number: "RD-26-000001",
    state: "VERIFYING",
    outcome: null,
    origin: "CUSTOMER",
    returnsTo: null,
    amount: cny(860),
    now,
    assigneeId: null,
    snoozedUntil: null,
    sale,
    checks: checks(),
    verdict: aVerdict(),
    proposedById: null,
    proposedAmount: null,
    approvalsMissing: [],
    approvedByIds: [],
    barredFromApproval: [],
    paidStaffIds: [],
    approvalExpiresAt: null,
    approvalsFor: (amount) => approvalsFor(defaultPolicy, amount, { alreadyBackMinor: alreadyBack(sale, refund) }),
    offer: null,
    offerLapsedAt: null,
    offerOpenUntil: null,
    merchantAnswer: "CONFIRMED",
    appealOpenUntil: null,
    reopenUntil: null,
    settledOutcome: "REFUNDED",
    refund,
    settledMinor: 0n,
    takenByBankMinor: 0n,
    openSteps: new Set(),
    breachedClocks: new Set(),
    ...change,
  };
}

export const ids = {
  agent: "0199d6a0-0000-7000-8000-0000000000a1",
  supervisor: "0199d6a0-0000-7000-8000-0000000000a2",
  compliance: "0199d6a0-0000-7000-8000-0000000000a3",
} as const;

const idsByRole: Partial<Record<Role, string | null>> = {
  SUPPORT_AGENT: ids.agent,
  SUPERVISOR: ids.supervisor,
  COMPLIANCE_OFFICER: ids.compliance,
  CUSTOMER: null,
  SYSTEM: null,
};

/** Somebody in this role, with all that the role may and every course passed. */
export function anActor(role: Role, change: Partial<Actor> = {}): Actor {
  const known = idsByRole[role];
  return {
    id: known === undefined ? "0199d6a0-0000-7000-8000-0000000000ff" : known,
    role,
    name: role.toLowerCase(),
    permissions: builtInRights(role),
    merchantId: null,
    institutionId: null,
    caseId: null,
    validCourses: new Set(gateCourseCodes),
    standsInFor: [],
    key: null,
    roles: builtInBook,
    ...change,
  };
}

const negotiating = { state: "NEGOTIATING", merchantAnswer: "CONTESTED", verdict: null } as const;
const proposed = { proposedById: ids.agent, proposedAmount: cny(860), approvalsMissing: ["approval.first"] } as const;
const underWay = { state: "REFUNDING", proposedAmount: cny(860), sale: aSale({ inFlightMinor: 86_000n }) } as const;

/** What differs from `aCase` so that an action has its turn. */
const turns: Readonly<Record<CaseAction, Partial<CaseFacts>>> = {
  REQUEST_INFORMATION: {},
  PROVIDE_INFORMATION: { state: "AWAITING_CUSTOMER", returnsTo: "VERIFYING" },
  BEGIN_VERIFICATION: { state: "NEW", merchantAnswer: "NOT_ASKED" },
  AUTO_APPROVE: { verdict: aVerdict({ rowNumber: 8, straightThrough: true }) },
  RECORD_CHECK: { checks: checks({ GOODS_STATE: "PENDING" }) },
  PROPOSE_CHECK_WAIVER: { checks: checks({ GOODS_STATE: "PENDING" }) },
  REJECT_CHECK_WAIVER: { checks: checks({ GOODS_STATE: "PENDING" }) },
  EXPIRE_CHECK_WAIVER: { checks: checks({ GOODS_STATE: "PENDING" }) },
  RECORD_MERCHANT_ANSWER: { merchantAnswer: "WAITING" },
  APPROVE_REFUND: {},
  DECLINE_REQUEST: { verdict: aVerdict({ outcome: "DECLINE", rowNumber: 5 }) },
  GRANT_APPROVAL: { state: "AWAITING_APPROVAL", ...proposed },
  REJECT_APPROVAL: { state: "AWAITING_APPROVAL", ...proposed },
  EXPIRE_APPROVAL: { state: "AWAITING_APPROVAL", ...proposed, approvalExpiresAt: later(-1) },
  RECORD_REFUND_PROGRESS: { ...underWay, refund: aRefund({ inFlight: true, heldMinor: 86_000n }) },
  SETTLE_REFUND: { ...underWay, refund: aRefund({ inFlight: true, heldMinor: 86_000n }) },
  FAIL_REFUND: { ...underWay, refund: aRefund({ inFlight: true, heldMinor: 86_000n }) },
  RETRY_REFUND: { ...underWay, refund: aRefund({ needsAttention: true, retryable: true, heldMinor: 86_000n }) },
  PROPOSE_MANUAL_REFUND: { ...underWay, refund: aRefund({ needsAttention: true, retryable: false }) },
  CONTEST_DECISION: { state: "DECLINED", appealOpenUntil: later(1) },
  MAKE_OFFER: negotiating,
  ACCEPT_OFFER: { ...negotiating, offer: { amount: cny(400), byId: ids.agent } },
  REJECT_OFFER: { ...negotiating, offer: { amount: cny(400), byId: ids.agent } },
  ESCALATE_TO_BANK: { merchantAnswer: "SILENT" },
  ADVANCE_DISPUTE: { state: "AT_BANK", openSteps: new Set(["dispute:REPRESENT"]) },
  RECORD_BANK_RULING: { state: "AT_BANK" },
  JOIN_DISPUTE: {},
  ADOPT_DISPUTE: { state: "AT_BANK" },
  REFER_TO_AGENCY: negotiating,
  ADVANCE_REFERRAL: { state: "AT_AGENCY", openSteps: new Set(["referral:ACKNOWLEDGE"]) },
  RECORD_AGENCY_OUTCOME: { state: "AT_AGENCY" },
  WITHDRAW: {},
  EXPIRE: { state: "AWAITING_CUSTOMER", breachedClocks: new Set(["customer-information"]) },
  CLOSE: { state: "DECLINED", appealOpenUntil: later(-1) },
  REOPEN: { state: "CLOSED", outcome: "DECLINED", reopenUntil: later(1) },
  ASSIGN: {},
  ADD_NOTE: {},
  SEND_MESSAGE: {},
  ATTACH_EVIDENCE: {},
  SNOOZE: {},
  WAKE: { snoozedUntil: later(1) },
  FIND_PAYMENT: { state: "NEW", sale: null, merchantAnswer: "NOT_ASKED" },
  ATTACH_PAYMENT: { state: "NEW", sale: null, merchantAnswer: "NOT_ASKED" },
  RECORD_CLOCK_BREACH: { merchantAnswer: "WAITING" },
};

/** A case on which this action is allowed to `theUsualActor` with `aMove`. */
export function aCaseFor(action: CaseAction, change: Partial<CaseFacts> = {}): CaseFacts {
  return aCase({ ...turns[action], ...change });
}

const usualRoles: Readonly<Record<CaseAction, Role>> = {
  REQUEST_INFORMATION: "SUPPORT_AGENT",
  PROVIDE_INFORMATION: "CUSTOMER",
  BEGIN_VERIFICATION: "SUPPORT_AGENT",
  AUTO_APPROVE: "SYSTEM",
  RECORD_CHECK: "SUPPORT_AGENT",
  PROPOSE_CHECK_WAIVER: "SUPPORT_AGENT",
  REJECT_CHECK_WAIVER: "SUPERVISOR",
  EXPIRE_CHECK_WAIVER: "SYSTEM",
  RECORD_MERCHANT_ANSWER: "MERCHANT_VERIFIER",
  APPROVE_REFUND: "SUPPORT_AGENT",
  DECLINE_REQUEST: "SUPPORT_AGENT",
  GRANT_APPROVAL: "SUPERVISOR",
  REJECT_APPROVAL: "SUPERVISOR",
  EXPIRE_APPROVAL: "SYSTEM",
  RECORD_REFUND_PROGRESS: "SYSTEM",
  SETTLE_REFUND: "SYSTEM",
  FAIL_REFUND: "SYSTEM",
  RETRY_REFUND: "SUPPORT_AGENT",
  PROPOSE_MANUAL_REFUND: "SUPPORT_AGENT",
  CONTEST_DECISION: "CUSTOMER",
  MAKE_OFFER: "SUPPORT_AGENT",
  ACCEPT_OFFER: "CUSTOMER",
  REJECT_OFFER: "CUSTOMER",
  ESCALATE_TO_BANK: "SUPPORT_AGENT",
  ADVANCE_DISPUTE: "SUPPORT_AGENT",
  RECORD_BANK_RULING: "BANK_OFFICER",
  JOIN_DISPUTE: "SYSTEM",
  ADOPT_DISPUTE: "SYSTEM",
  REFER_TO_AGENCY: "SUPPORT_AGENT",
  ADVANCE_REFERRAL: "SUPPORT_AGENT",
  RECORD_AGENCY_OUTCOME: "SUPPORT_AGENT",
  WITHDRAW: "CUSTOMER",
  EXPIRE: "SYSTEM",
  CLOSE: "SUPPORT_AGENT",
  REOPEN: "SUPERVISOR",
  ASSIGN: "SUPPORT_AGENT",
  ADD_NOTE: "SUPPORT_AGENT",
  SEND_MESSAGE: "SUPPORT_AGENT",
  ATTACH_EVIDENCE: "CUSTOMER",
  SNOOZE: "SUPPORT_AGENT",
  WAKE: "SUPPORT_AGENT",
  FIND_PAYMENT: "SYSTEM",
  ATTACH_PAYMENT: "SUPPORT_AGENT",
  RECORD_CLOCK_BREACH: "SYSTEM",
};

/** Whoever the action is meant for. */
export const theUsualActor = (action: CaseAction): Actor => anActor(usualRoles[action]);

const text = { message: "Here is what happened." };
const why = { reason: "Both sides were heard." };
const refundId = aRefund().id;

const moves: { readonly [A in CaseAction]: Extract<CaseMove, { action: A }>["input"] } = {
  REQUEST_INFORMATION: text,
  PROVIDE_INFORMATION: text,
  BEGIN_VERIFICATION: {},
  AUTO_APPROVE: {},
  RECORD_CHECK: { check: "GOODS_STATE", outcome: "PASSED", reason: null },
  PROPOSE_CHECK_WAIVER: { check: "GOODS_STATE", outcome: "WAIVED", ...why },
  REJECT_CHECK_WAIVER: { check: "GOODS_STATE", approvalId: "0199d6a0-0000-7000-8000-0000000000e2", ...why },
  EXPIRE_CHECK_WAIVER: { check: "GOODS_STATE", approvalId: "0199d6a0-0000-7000-8000-0000000000e2" },
  RECORD_MERCHANT_ANSWER: { confirms: true, ...text },
  APPROVE_REFUND: { amount: cny(860), reason: null, messageToCustomer: null },
  DECLINE_REQUEST: { ...why, overrideReason: null },
  GRANT_APPROVAL: { note: null },
  REJECT_APPROVAL: why,
  EXPIRE_APPROVAL: {},
  RECORD_REFUND_PROGRESS: { refundId, detail: {} },
  SETTLE_REFUND: { refundId, detail: {} },
  FAIL_REFUND: { refundId, detail: {} },
  RETRY_REFUND: {},
  PROPOSE_MANUAL_REFUND: { reference: "BOC-2026/000123", evidenceId: "0199d6a0-0000-7000-8000-0000000000e1" },
  CONTEST_DECISION: text,
  MAKE_OFFER: { amount: cny(400), ...text, overrideReason: null },
  ACCEPT_OFFER: {},
  REJECT_OFFER: text,
  ESCALATE_TO_BANK: { reasonCode: "13.1", ...text },
  ADVANCE_DISPUTE: { step: "dispute:REPRESENT", detail: {} },
  RECORD_BANK_RULING: { to: "CLOSED", outcome: "CHARGED_BACK", amount: cny(860), detail: {} },
  JOIN_DISPUTE: { amount: cny(860), dispute: {}, message: null },
  ADOPT_DISPUTE: {
    disputeId: "0199d6a0-0000-7000-8000-0000000000d1",
    reference: "VISA-1",
    cycle: 1,
    said: { reasonCode: "13.1", amount: cny(860) },
    message: null,
  },
  REFER_TO_AGENCY: { agency: "CN-12315", ...text },
  ADVANCE_REFERRAL: { step: "referral:ACKNOWLEDGE", detail: {} },
  RECORD_AGENCY_OUTCOME: { to: "REFUNDING", outcome: "SETTLED", amount: cny(400), detail: {} },
  WITHDRAW: { message: null },
  EXPIRE: {},
  CLOSE: why,
  REOPEN: why,
  ASSIGN: { assigneeId: ids.agent },
  ADD_NOTE: text,
  SEND_MESSAGE: { thread: "CUSTOMER", ...text },
  ATTACH_EVIDENCE: { evidenceId: "0199d6a0-0000-7000-8000-0000000000e1", detail: {} },
  SNOOZE: { until: later(1) },
  WAKE: {},
  FIND_PAYMENT: { transactionId: "0199d6a0-0000-7000-8000-0000000000e3" },
  ATTACH_PAYMENT: { transactionId: "0199d6a0-0000-7000-8000-0000000000e3" },
  RECORD_CLOCK_BREACH: { rule: "merchant-answer" },
};

/** The action with an input that nothing speaks against. */
export function aMove<A extends CaseAction>(
  action: A,
  change: Partial<Extract<CaseMove, { action: A }>["input"]> = {},
): CaseMove {
  // Action and input come from the same key of the same table.
  return { action, input: { ...moves[action], ...change } } as CaseMove;
}

/** The codes of all reasons against it, empty where it is allowed. */
export function refusalsOf(
  facts: CaseFacts,
  move: CaseMove,
  actor: Actor = theUsualActor(move.action),
): readonly string[] {
  const decision = decide(facts, move, actor);
  return decision.ok ? [] : decision.error.map(({ code }) => code);
}

/** Where it leads; throws with the reasons where it is refused. */
export function leadsTo(facts: CaseFacts, move: CaseMove, actor: Actor = theUsualActor(move.action)) {
  const decision = decide(facts, move, actor);
  if (!decision.ok) throw new Error(`Refused: ${decision.error.map(({ code }) => code).join(", ")}`);
  return decision.value;
}
