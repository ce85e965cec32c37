import * as no from "./guards.ts";
import * as input from "./input-guards.ts";
import type { Fork, Workflow } from "./transition.ts";
import { caseStates } from "./words.ts";

const open = caseStates.filter((state) => state !== "CLOSED");

/** Back to verification where the merchant has been heard; else to the start, from where they are asked (again). */
const backToWork: Fork<"REJECT_APPROVAL" | "EXPIRE_APPROVAL" | "REOPEN"> = {
  oneOf: ["NEW", "VERIFYING"],
  by: ({ merchantAnswer }) => (merchantAnswer === "NOT_ASKED" || merchantAnswer === "WAITING" ? "NEW" : "VERIFYING"),
};

/** An offer stood still while something was asked: whoever did not say that may still answer the offer. */
const overUnlessOffered: Fork<"EXPIRE"> = {
  oneOf: ["CLOSED", "NEGOTIATING"],
  by: ({ offer, offerLapsedAt }) => (offer !== null && offerLapsedAt === null ? "NEGOTIATING" : "CLOSED"),
};

const plain = { training: [], unless: [], unlessInput: [], posts: null, effects: [], automatic: false } as const;

/**
 * The whole life of a case. The guard of every mutation, the actions that a case offers, the console's buttons, the
 * diagram and the model-based tests are all read off this table. Clocks stand in `case-clocks.ts`, by the same states.
 */
// biome-ignore format: a table is read by its columns
export const workflow: Workflow = {
  REQUEST_INFORMATION:    { ...plain, from: ["NEW", "VERIFYING", "NEGOTIATING"], to: "AWAITING_CUSTOMER", by: ["case.work"], posts: "CUSTOMER" },
  PROVIDE_INFORMATION:    { ...plain, from: ["AWAITING_CUSTOMER"], to: { oneOf: ["NEW", "VERIFYING", "NEGOTIATING"], by: ({ returnsTo }) => returnsTo ?? "NEW" }, by: ["case.request"], posts: "CUSTOMER", effects: ["EVALUATE_POLICY"] },
  BEGIN_VERIFICATION:     { ...plain, from: ["NEW"], to: "VERIFYING", by: ["case.work"], effects: ["EVALUATE_POLICY"] },
  FIND_PAYMENT:           { ...plain, from: ["NEW", "AWAITING_CUSTOMER", "VERIFYING", "DECLINED", "NEGOTIATING"], to: "SAME", by: ["case.work"], automatic: true, effects: ["LINK_PAYMENT", "EVALUATE_POLICY"] },
  ATTACH_PAYMENT:         { ...plain, from: ["NEW", "AWAITING_CUSTOMER", "VERIFYING", "DECLINED", "NEGOTIATING"], to: "SAME", by: ["case.work"], unless: [no.paymentKnown, no.ownCase], effects: ["LINK_PAYMENT", "EVALUATE_POLICY"] },
  AUTO_APPROVE:           { ...plain, from: ["NEW", "VERIFYING"], to: "REFUNDING", by: ["refund.approve"], automatic: true, unless: [no.noTransaction, no.checksOpen, no.policyDoesNotApprove, no.moneyHasGoneBack], effects: ["PROPOSE_REFUND"] },
  RECORD_CHECK:           { ...plain, from: ["VERIFYING"], to: "SAME", by: ["case.decide", "case.verify", "approval.first"], unless: [no.ownCase], unlessInput: [input.checkRefused], effects: ["RECORD_CHECK", "EVALUATE_POLICY"] },
  PROPOSE_CHECK_WAIVER:   { ...plain, from: ["VERIFYING"], to: "SAME", by: ["check.waive"], unless: [no.ownCase], unlessInput: [input.waiverRefused], effects: ["PROPOSE_CHECK_WAIVER"] },
  REJECT_CHECK_WAIVER:    { ...plain, from: ["VERIFYING", "AWAITING_CUSTOMER"], to: "SAME", by: ["approval.first"], automatic: true },
  EXPIRE_CHECK_WAIVER:    { ...plain, from: ["VERIFYING", "AWAITING_CUSTOMER"], to: "SAME", by: ["case.expire"], automatic: true },
  RECORD_MERCHANT_ANSWER: { ...plain, from: ["VERIFYING"], to: "SAME", by: ["case.verify", "case.work"], unless: [no.merchantNotAsked, no.ownCase], posts: "MERCHANT", effects: ["EVALUATE_POLICY"] },
  APPROVE_REFUND:         { ...plain, from: ["VERIFYING"], to: { oneOf: ["AWAITING_APPROVAL", "REFUNDING"], by: (facts, { amount }) => (facts.approvalsFor(amount).length === 0 ? "REFUNDING" : "AWAITING_APPROVAL") }, by: ["refund.approve"], unless: [no.noTransaction, no.checksOpen, no.refundInFlight, no.ownCase], unlessInput: [input.amountRefused, input.aboveClaim, input.overrideReasonMissing], effects: ["PROPOSE_REFUND"] },
  DECLINE_REQUEST:        { ...plain, from: ["VERIFYING"], to: "DECLINED", by: ["case.decide"], unlessInput: [input.reasonMissing, input.declineOverrideReasonMissing], posts: "CUSTOMER" },
  GRANT_APPROVAL:         { ...plain, from: ["AWAITING_APPROVAL"], to: { oneOf: ["AWAITING_APPROVAL", "REFUNDING"], by: ({ approvalsMissing }) => (approvalsMissing.length > 1 ? "AWAITING_APPROVAL" : "REFUNDING") }, by: ["approval.first", "approval.second"], training: ["above-limit-approval"], unless: no.notYoursToApprove, effects: ["DECIDE_APPROVAL", "QUEUE_REFUND"] },
  REJECT_APPROVAL:        { ...plain, from: ["AWAITING_APPROVAL"], to: backToWork, by: ["approval.first", "approval.second"], unless: no.notYoursToApprove, unlessInput: [input.reasonMissing], posts: "INTERNAL", effects: ["DECIDE_APPROVAL", "RELEASE_REFUND", "EVALUATE_POLICY"] },
  EXPIRE_APPROVAL:        { ...plain, from: ["AWAITING_APPROVAL"], to: backToWork, by: ["case.expire"], automatic: true, unless: [no.approvalStillRuns], effects: ["CLOSE_APPROVAL", "RELEASE_REFUND", "EVALUATE_POLICY"] },
  RECORD_REFUND_PROGRESS: { ...plain, from: ["REFUNDING"], to: "SAME", by: ["refund.report", "approval.first", "approval.second"], automatic: true, effects: ["RECORD_REFUND"] },
  SETTLE_REFUND:          { ...plain, from: ["REFUNDING"], to: "CLOSED", by: ["refund.report", "approval.first", "approval.second"], automatic: true, effects: ["RECORD_REFUND"], outcome: (facts) => facts.settledOutcome },
  FAIL_REFUND:            { ...plain, from: ["REFUNDING"], to: "SAME", by: ["refund.report"], automatic: true, effects: ["RECORD_REFUND"] },
  RETRY_REFUND:           { ...plain, from: ["REFUNDING"], to: "SAME", by: ["refund.retry"], unless: [no.refundNotRetryable], effects: ["RETRY_REFUND"] },
  PROPOSE_MANUAL_REFUND:  { ...plain, from: ["REFUNDING"], to: "SAME", by: ["refund.recordManual"], unless: [no.refundNotFailed, no.ownCase], effects: ["PROPOSE_MANUAL_REFUND"] },
  CONTEST_DECISION:       { ...plain, from: ["DECLINED"], to: "NEGOTIATING", by: ["case.request"], unless: [no.appealWindowClosed], posts: "CUSTOMER" },
  MAKE_OFFER:             { ...plain, from: ["NEGOTIATING"], to: "SAME", by: ["case.decide"], unless: [no.noTransaction, no.ownCase], unlessInput: [input.amountRefused, input.aboveClaim, input.offerOverrideReasonMissing], posts: "CUSTOMER" },
  ACCEPT_OFFER:           { ...plain, from: ["NEGOTIATING"], to: { oneOf: ["AWAITING_APPROVAL", "REFUNDING"], by: (facts) => (facts.offer === null || facts.approvalsFor(facts.offer.amount).length === 0 ? "REFUNDING" : "AWAITING_APPROVAL") }, by: ["case.request"], unless: [no.noOffer, no.ownOffer, no.ownCase], effects: ["PROPOSE_REFUND"] },
  REJECT_OFFER:           { ...plain, from: ["NEGOTIATING"], to: "SAME", by: ["case.request"], unless: [no.noOffer, no.ownOffer], posts: "CUSTOMER" },
  ESCALATE_TO_BANK:       { ...plain, from: ["VERIFYING", "REFUNDING", "NEGOTIATING"], to: "AT_BANK", by: ["bank.escalate"], training: ["bank-disputes"], unless: [no.noTransaction, no.merchantStillHasTime, no.merchantNotAsked, no.refundInFlight, no.nothingLeftOfClaim], posts: "BANK", effects: ["RELEASE_REFUND", "OPEN_DISPUTE"] },
  ADVANCE_DISPUTE:        { ...plain, from: ["AT_BANK"], to: "SAME", by: ["bank.answer", "bank.rule"], unlessInput: [input.stepNotOpen], effects: ["ADVANCE_DISPUTE"] },
  RECORD_BANK_RULING:     { ...plain, from: ["AT_BANK"], to: { oneOf: ["REFUNDING", "CLOSED", "NEGOTIATING"], by: (_facts, { to }) => to }, by: ["bank.rule"], unless: [no.ownCase], unlessInput: [input.rulingAmountRefused], effects: ["RULE_DISPUTE", "PROPOSE_REFUND"], outcome: (_facts, { outcome }) => outcome },
  JOIN_DISPUTE:           { ...plain, from: open.filter((state) => state !== "AT_BANK" && state !== "AT_AGENCY"), to: "AT_BANK", by: ["bank.rule"], automatic: true, unless: [no.noTransaction, no.refundInFlight], posts: "BANK", effects: ["CLOSE_APPROVAL", "RELEASE_REFUND", "OPEN_DISPUTE"] },
  ADOPT_DISPUTE:          { ...plain, from: ["AT_BANK"], to: "SAME", by: ["bank.rule"], automatic: true, effects: ["ADOPT_DISPUTE"] },
  REFER_TO_AGENCY:        { ...plain, from: ["NEGOTIATING"], to: "AT_AGENCY", by: ["agency.refer"], unless: [no.refundInFlight], posts: "CUSTOMER", effects: ["LODGE_REFERRAL"] },
  ADVANCE_REFERRAL:       { ...plain, from: ["AT_AGENCY"], to: "SAME", by: ["agency.record"], unlessInput: [input.stepNotOpen], effects: ["ADVANCE_REFERRAL"] },
  RECORD_AGENCY_OUTCOME:  { ...plain, from: ["AT_AGENCY"], to: { oneOf: ["AWAITING_APPROVAL", "REFUNDING", "CLOSED"], by: (facts, { to, amount }) => (to === "REFUNDING" && amount !== null && facts.approvalsFor(amount).length > 0 ? "AWAITING_APPROVAL" : to) }, by: ["agency.record"], unless: [no.ownCase], unlessInput: [input.agencyAmountRefused], effects: ["END_REFERRAL", "PROPOSE_REFUND"], outcome: (_facts, { outcome }) => outcome },
  WITHDRAW:               { ...plain, from: open, to: "CLOSED", by: ["case.request"], unless: [no.refundInFlight, no.bankHasTheMoney], posts: "CUSTOMER", effects: ["CLOSE_APPROVAL", "RELEASE_REFUND", "WITHDRAW_DISPUTE", "WITHDRAW_REFERRAL"], outcome: () => "WITHDRAWN" },
  EXPIRE:                 { ...plain, from: ["AWAITING_CUSTOMER"], to: overUnlessOffered, by: ["case.expire"], automatic: true, unless: [no.informationClockStillRuns], outcome: () => "EXPIRED" },
  CLOSE:                  { ...plain, from: ["DECLINED", "NEGOTIATING"], to: "CLOSED", by: ["case.work"], unless: [no.appealWindowOpen, no.offerOpen], unlessInput: [input.reasonMissing], posts: "CUSTOMER", outcome: () => "DECLINED" },
  REOPEN:                 { ...plain, from: ["CLOSED"], to: backToWork, by: ["case.reopen"], unless: [no.reopenWindowClosed], unlessInput: [input.reasonMissing], posts: "INTERNAL", effects: ["RELEASE_GONE_ASSIGNEE", "EVALUATE_POLICY"] },
  ASSIGN:                 { ...plain, from: open, to: "SAME", by: ["case.assign"], unlessInput: [input.alreadyTheirs], effects: ["CHECK_ASSIGNEE"] },
  ADD_NOTE:               { ...plain, from: caseStates, to: "SAME", by: ["case.note"], posts: "INTERNAL", effects: ["RECORD_MENTIONS"] },
  SEND_MESSAGE:           { ...plain, from: caseStates, to: "SAME", by: ["case.message"], unlessInput: [input.threadNotYours], posts: "INPUT", effects: ["SETTLE_HELD_MESSAGE"] },
  ATTACH_EVIDENCE:        { ...plain, from: open, to: "SAME", by: ["evidence.attach"], effects: ["LINK_EVIDENCE", "EVALUATE_POLICY"] },
  SNOOZE:                 { ...plain, from: open, to: "SAME", by: ["case.work"], unlessInput: [input.snoozeOutOfRange] },
  WAKE:                   { ...plain, from: open, to: "SAME", by: ["case.work"], unless: [no.notSnoozed] },
  RECORD_CLOCK_BREACH:    { ...plain, from: open, to: "SAME", by: ["case.expire"], automatic: true, effects: ["EVALUATE_POLICY"] },
};
