import { standingOf } from "../../approvals/domain/may-decide.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { CaseFacts } from "./case-facts.ts";
import type { CaseMove, Verdict } from "./decide.ts";
import { approvalOf } from "./guards.ts";
import { type CaseOutcome, type CaseStage, type CaseState, stageOf } from "./words.ts";

/** The columns of a case that a transition may change. What is left out stays as it is. */
export interface CaseChange {
  state?: CaseState;
  stage?: CaseStage;
  outcome?: CaseOutcome | null;
  closed_at?: Date | null;
  returns_to?: CaseState | null;
  merchant_answer?: CaseFacts["merchantAnswer"];
  assignee_id?: string | null;
  proposed_by_id?: string | null;
  proposed_minor?: bigint | null;
  approvals_missing?: string[];
  approved_by_ids?: string[];
  offer_minor?: bigint | null;
  offer_by_id?: string | null;
  settles_as?: CaseOutcome | null;
  institution_id?: string | null;
  snoozed_until?: Date | null;
  snoozed_by_id?: string | null;
  triage_asked_at?: Date | null;
}

const noProposal = {
  proposed_by_id: null,
  proposed_minor: null,
  approvals_missing: [],
  approved_by_ids: [],
} satisfies CaseChange;
const noOffer = { offer_minor: null, offer_by_id: null } satisfies CaseChange;

/** What the move does to the case's own row. Pure: effects, clocks and the event are written beside it. */
export function caseChange(facts: CaseFacts, move: CaseMove, verdict: Verdict, actor: Actor): CaseChange {
  return {
    ...stateChange(facts, verdict),
    ...moveChange(facts, move, verdict, actor),
    ...snoozeChange(facts, move, verdict, actor),
  };
}

/** A case that was put aside sleeps on while colleagues talk about it; whatever else happens wakes it. */
function snoozeChange(facts: CaseFacts, move: CaseMove, { to }: Verdict, actor: Actor): CaseChange {
  if (move.action === "SNOOZE") return { snoozed_until: move.input.until, snoozed_by_id: actor.id };
  if (facts.snoozedUntil === null) return {};
  const isTalk = to === facts.state && actor.id !== null && actor.permissions.has("case.note");
  return isTalk && move.action !== "WAKE" ? {} : { snoozed_until: null, snoozed_by_id: null };
}

function offerRanOut({ offer, offerOpenUntil, now }: CaseFacts): boolean {
  return offer !== null && offerOpenUntil !== null && now > offerOpenUntil;
}

function stateChange(facts: CaseFacts, { to, outcome }: Verdict): CaseChange {
  if (to === facts.state) return {};
  const stage = stageOf[to];
  return {
    state: to,
    ...(stage !== null && { stage }),
    // Nobody can take an offer of a case that is over.
    ...(to === "CLOSED" && { outcome, closed_at: facts.now, ...(facts.offer !== null && noOffer) }),
    ...(facts.state === "CLOSED" && { outcome: null, closed_at: null }),
    ...(facts.state === "AWAITING_CUSTOMER" && { returns_to: null }),
  };
}

function moveChange(facts: CaseFacts, move: CaseMove, { to }: Verdict, actor: Actor): CaseChange {
  switch (move.action) {
    case "REQUEST_INFORMATION":
      // Its clock had run out, which nothing records any more once the case waits for something else.
      return { returns_to: facts.state, ...(offerRanOut(facts) && noOffer) };
    case "BEGIN_VERIFICATION":
      return { merchant_answer: "WAITING" };
    case "RECORD_MERCHANT_ANSWER":
      return { merchant_answer: move.input.confirms ? "CONFIRMED" : "CONTESTED" };
    case "RECORD_CLOCK_BREACH":
      if (move.input.rule === "offer-answer") return noOffer;
      return move.input.rule === "merchant-answer" && facts.merchantAnswer === "WAITING"
        ? { merchant_answer: "SILENT" }
        : {};
    case "AUTO_APPROVE":
      return { ...noProposal, proposed_minor: facts.amount.minor };
    case "APPROVE_REFUND":
      return proposal(move.input.amount.minor, facts.approvalsFor(move.input.amount), actor.id);
    case "ACCEPT_OFFER": {
      const { offer } = facts;
      if (offer === null) throw new Error("An offer that is not there was accepted");
      return { ...proposal(offer.amount.minor, facts.approvalsFor(offer.amount), offer.byId), ...noOffer };
    }
    case "GRANT_APPROVAL":
      return {
        approvals_missing: facts.approvalsMissing.slice(1),
        approved_by_ids: [...facts.approvedByIds, ...agreeing(facts, actor)],
      };
    case "REJECT_APPROVAL":
    case "EXPIRE_APPROVAL":
    case "REOPEN":
      return {
        ...noProposal,
        ...noOffer,
        settles_as: null,
        // Its clock was called off when the case left verification; a merchant who is asked again has the whole time again.
        ...(to === "NEW" && { merchant_answer: "NOT_ASKED" }),
      };
    case "MAKE_OFFER":
      return { offer_minor: move.input.amount.minor, offer_by_id: actor.id };
    case "REJECT_OFFER":
    case "REFER_TO_AGENCY":
      return noOffer;
    case "RECORD_BANK_RULING":
      return to === "REFUNDING" ? { ...noProposal, proposed_minor: move.input.amount.minor } : noProposal;
    case "RECORD_AGENCY_OUTCOME": {
      const { amount, outcome } = move.input;
      if (to === "CLOSED" || amount === null) return noProposal;
      return { ...proposal(amount.minor, facts.approvalsFor(amount), actor.id), settles_as: outcome };
    }
    case "ESCALATE_TO_BANK":
    case "JOIN_DISPUTE":
      // What was agreed before an agency was not paid: how it ends now is the bank's to say.
      return { ...noProposal, ...noOffer, settles_as: null };
    case "WITHDRAW":
      return { ...noProposal, ...noOffer };
    case "ASSIGN":
      return { assignee_id: move.input.assigneeId };
    default:
      return {};
  }
}

/** Whoever agrees, and in whose place: neither of them is asked again. */
function agreeing(facts: CaseFacts, actor: Actor): readonly string[] {
  const { standsInFor } = standingOf(approvalOf(facts), actor, facts.now);
  return [actor.id, standsInFor?.staffId ?? null].filter((id) => id !== null);
}

function proposal(minor: bigint, approvals: readonly string[], proposerId: string | null): CaseChange {
  return { proposed_by_id: proposerId, proposed_minor: minor, approvals_missing: [...approvals], approved_by_ids: [] };
}
