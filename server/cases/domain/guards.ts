import type { ApprovalRefusal } from "../../approvals/domain/approval-refusal.ts";
import { type ApprovalFacts, mayDecide } from "../../approvals/domain/may-decide.ts";
import { alreadyBack } from "./already-back.ts";
import type { CaseFacts } from "./case-facts.ts";
import { checkKinds, isSatisfied } from "./checks.ts";
import { leftOfClaim } from "./left-of-claim.ts";
import type { Refusal } from "./refusal.ts";
import type { Guard } from "./transition.ts";

/** Each guard is named for the refusal it gives, so that a row of the workflow reads as a sentence. */
export const noTransaction: Guard = ({ sale }) => (sale === null ? { code: "NO_TRANSACTION" } : null);

/** A payment that is on its case stays there: what was decided, and what went back, was over that one. */
export const paymentKnown: Guard = ({ sale }) => (sale === null ? null : { code: "PAYMENT_KNOWN" });

export const checksOpen: Guard = ({ checks }) => {
  const open = checkKinds.filter((kind) => !isSatisfied(checks[kind]));
  return open.length === 0 ? null : { code: "CHECKS_OPEN", checks: open };
};

export const policyDoesNotApprove: Guard = ({ verdict }) =>
  verdict?.outcome === "APPROVE" && verdict.straightThrough ? null : { code: "POLICY_DOES_NOT_APPROVE" };

/**
 * A case over which money has gone back before, and that was opened again, is a person's to decide; so is one whose payment
 * another request took money from since the policy was asked, for that has not been counted.
 */
export const moneyHasGoneBack: Guard = ({ settledMinor, takenByBankMinor, verdict, sale, refund }) => {
  const uncounted = verdict !== null && alreadyBack(sale, refund) > verdict.alreadyBackMinor;
  return uncounted || settledMinor + takenByBankMinor > 0n ? { code: "POLICY_DOES_NOT_APPROVE" } : null;
};

/** Money goes to nobody by their own hand, also where one hand is enough. */
export const ownCase: Guard = ({ paidStaffIds }, { id }) =>
  id !== null && paidStaffIds.includes(id) ? { code: "OWN_CASE" } : null;

/** The money that waits, as the rules of all approvals see it. */
export function approvalOf(facts: CaseFacts): ApprovalFacts {
  return {
    state: "OPEN",
    proposerId: facts.proposedById,
    barred: facts.barredFromApproval,
    agreedIds: facts.approvedByIds,
    missing: facts.approvalsMissing,
    expiresAt: facts.approvalExpiresAt,
  };
}

/** One of the reasons that approvals know, as the case says it. The level that is next names its right, whoever asks. */
const approvalGuard =
  (...codes: readonly ApprovalRefusal["code"][]): Guard =>
  (facts, actor) => {
    const reason = mayDecide(approvalOf(facts), actor, facts.now).find(({ code }) => codes.includes(code));
    return reason === undefined ? null : toRefusal(reason);
  };

function toRefusal(reason: ApprovalRefusal): Refusal | null {
  switch (reason.code) {
    case "NOT_YOUR_LEVEL":
      return { code: "NOT_PERMITTED", needs: reason.needs };
    case "OUT_OF_TURN":
      return { code: "NOT_PERMITTED", needs: reason.next };
    case "OWN_PROPOSAL":
      return { code: "OWN_PROPOSAL" };
    case "ALREADY_DECIDED":
      return { code: "ALREADY_APPROVED_BY_YOU" };
    case "DECIDED_THE_CASE":
    case "WOULD_BE_PAID":
      return { code: reason.code };
    case "DELEGATE_OF_BARRED":
      return { code: "DELEGATE_OF_BARRED", name: reason.name };
    case "EXPIRED":
      return { code: "APPROVAL_LAPSED", at: reason.at };
    default:
      return null;
  }
}

/** Approvals are given in their order, each level by its own right, in time, and never by anybody on a side of the money. */
export const notYoursToApprove: readonly Guard[] = [
  approvalGuard("NOT_YOUR_LEVEL", "OUT_OF_TURN"),
  approvalGuard("OWN_PROPOSAL"),
  approvalGuard("DECIDED_THE_CASE"),
  approvalGuard("WOULD_BE_PAID"),
  approvalGuard("ALREADY_DECIDED"),
  approvalGuard("DELEGATE_OF_BARRED"),
  approvalGuard("EXPIRED"),
];

/** The last instant is still in time. */
export const approvalStillRuns: Guard = ({ approvalExpiresAt, now }) =>
  approvalExpiresAt !== null && now > approvalExpiresAt ? null : { code: "CLOCK_STILL_RUNS" };

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

/** An offer that was not answered in time is off the table; whoever would answer it now is told since when. */
export const noOffer: Guard = ({ offer, offerLapsedAt }) => {
  if (offer !== null) return null;
  return offerLapsedAt === null ? { code: "NO_OFFER" } : { code: "OFFER_LAPSED", at: offerLapsedAt };
};

/** What was offered is not taken back by closing the case over it: the customer has until its last instant. */
export const offerOpen: Guard = ({ offerOpenUntil, now }) =>
  offerOpenUntil !== null && now <= offerOpenUntil ? { code: "OFFER_OPEN", openUntil: offerOpenUntil } : null;

/** Whoever made the offer cannot accept it for the other side. */
export const ownOffer: Guard = ({ offer }, actor) =>
  actor.id !== null && offer?.byId === actor.id ? { code: "OWN_OFFER" } : null;

/** A merchant who still has time is not passed over; one who is silent, or who denies, is. */
export const merchantStillHasTime: Guard = ({ state, merchantAnswer }) =>
  state === "VERIFYING" && merchantAnswer === "WAITING" ? { code: "MERCHANT_STILL_HAS_TIME" } : null;

/** Later than verification the merchant's turn is over, also where the policy or the bank decided without them. */
export const merchantNotAsked: Guard = ({ state, merchantAnswer }) =>
  state === "VERIFYING" && merchantAnswer === "NOT_ASKED" ? { code: "MERCHANT_NOT_ASKED" } : null;

/** What was paid in another way is not on its way, and has not failed to go: it waits for a colleague's word. */
const paidOutside = { code: "REFUND_PAID_OUTSIDE" } as const;

/** While the acquirer may still pay, no other road is opened for the same money. */
export const refundInFlight: Guard = ({ refund }) => {
  if (refund?.paidOutside === true) return paidOutside;
  return refund?.inFlight === true ? { code: "REFUND_IN_FLIGHT" } : null;
};

/** What the bank has taken comes back by its own word alone, so its stage is not walked out of. */
export const bankHasTheMoney: Guard = ({ state, takenByBankMinor }) =>
  state === "AT_BANK" && takenByBankMinor > 0n ? { code: "BANK_HAS_THE_MONEY" } : null;

/** What has gone back already is not disputed as well. */
export const nothingLeftOfClaim: Guard = (facts) =>
  leftOfClaim(facts).minor <= 0n ? { code: "NOTHING_LEFT_OF_CLAIM", claimed: facts.amount } : null;

/** Only what the provider has given up on was paid in another way. */
export const refundNotFailed: Guard = ({ refund }) =>
  refund?.needsAttention === true ? null : refund?.paidOutside === true ? paidOutside : { code: "REFUND_NOT_FAILED" };

export const refundNotRetryable: Guard = ({ refund }) =>
  refund?.retryable === true ? null : refund?.paidOutside === true ? paidOutside : { code: "REFUND_NOT_RETRYABLE" };

export const notSnoozed: Guard = ({ snoozedUntil }) => (snoozedUntil === null ? { code: "NOT_SNOOZED" } : null);

export const informationClockStillRuns: Guard = ({ breachedClocks }) =>
  breachedClocks.has("customer-information") ? null : { code: "CLOCK_STILL_RUNS" };
