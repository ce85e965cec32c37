import { checkKinds, isSatisfied } from "./checks.ts";
import type { Guard } from "./transition.ts";

/** Each guard is named for the refusal it gives, so that a row of the workflow reads as a sentence. */
export const noTransaction: Guard = ({ sale }) => (sale === null ? { code: "NO_TRANSACTION" } : null);

export const checksOpen: Guard = ({ checks }) => {
  const open = checkKinds.filter((kind) => !isSatisfied(checks[kind]));
  return open.length === 0 ? null : { code: "CHECKS_OPEN", checks: open };
};

export const policyDoesNotApprove: Guard = ({ verdict }) =>
  verdict?.outcome === "APPROVE" && verdict.straightThrough ? null : { code: "POLICY_DOES_NOT_APPROVE" };

/** A case over which money has gone back before, and that was opened again, is a person's to decide. */
export const moneyHasGoneBack: Guard = ({ settledMinor, takenByBankMinor }) =>
  settledMinor + takenByBankMinor > 0n ? { code: "POLICY_DOES_NOT_APPROVE" } : null;

/** Nobody approves what they proposed: the person whose hand started the money never ends it. */
export const ownProposal: Guard = ({ proposedById }, actor) =>
  proposedById !== null && proposedById === actor.id ? { code: "OWN_PROPOSAL" } : null;

export const alreadyApprovedByYou: Guard = ({ approvedByIds }, actor) =>
  actor.id !== null && approvedByIds.includes(actor.id) ? { code: "ALREADY_APPROVED_BY_YOU" } : null;

/** Approvals are given in their order; each level is its own permission. */
export const notYourLevel: Guard = ({ approvalsMissing: [next] }, actor) =>
  next !== undefined && !actor.permissions.has(next) ? { code: "NOT_PERMITTED", needs: next } : null;

/** The window counts its last instant as open. */
export const appealWindowClosed: Guard = ({ appealOpenUntil, now }) =>
  appealOpenUntil !== null && now > appealOpenUntil
    ? { code: "APPEAL_WINDOW_CLOSED", closedAt: appealOpenUntil }
    : null;

export const appealWindowOpen: Guard = ({ state, appealOpenUntil, now }) =>
  state === "DECLINED" && appealOpenUntil !== null && now <= appealOpenUntil
    ? { code: "APPEAL_WINDOW_OPEN", openUntil: appealOpenUntil }
    : null;

export const reopenWindowClosed: Guard = ({ reopenUntil, now }) =>
  reopenUntil === null || now > reopenUntil ? { code: "REOPEN_WINDOW_CLOSED", closedAt: reopenUntil } : null;

export const noOffer: Guard = ({ offer }) => (offer === null ? { code: "NO_OFFER" } : null);

/** Whoever made the offer cannot accept it for the other side. */
export const ownOffer: Guard = ({ offer }, actor) =>
  actor.id !== null && offer?.byId === actor.id ? { code: "OWN_OFFER" } : null;

/** A merchant who still has time is not passed over; one who is silent, or who denies, is. */
export const merchantStillHasTime: Guard = ({ state, merchantAnswer }) =>
  state === "VERIFYING" && merchantAnswer === "WAITING" ? { code: "MERCHANT_STILL_HAS_TIME" } : null;

/** Later than verification the merchant's turn is over, also where the policy or the bank decided without them. */
export const merchantNotAsked: Guard = ({ state, merchantAnswer }) =>
  state === "VERIFYING" && merchantAnswer === "NOT_ASKED" ? { code: "MERCHANT_NOT_ASKED" } : null;

/** While the acquirer may still pay, no other road is opened for the same money. */
export const refundInFlight: Guard = ({ refund }) => (refund?.inFlight === true ? { code: "REFUND_IN_FLIGHT" } : null);

export const refundNotRetryable: Guard = ({ refund }) =>
  refund?.retryable === true ? null : { code: "REFUND_NOT_RETRYABLE" };

export const informationClockStillRuns: Guard = ({ breachedClocks }) =>
  breachedClocks.has("customer-information") ? null : { code: "CLOCK_STILL_RUNS" };
