import type { CaseOutcome, CaseState } from "../../cases/domain/words.ts";
import {
  type AgencyOutcome,
  agencyOutcomes,
  type ReferralState,
  type ReferralStep,
  referralSteps as stepWords,
} from "./words.ts";

export interface ReferralTransition {
  readonly from: readonly ReferralState[];
  readonly to: ReferralState;
}

/** The agency's own moves, from the complaint lodged to the mediation. How it ends stands in `referralEndings`. */
export const referralSteps: Readonly<Record<ReferralStep, ReferralTransition>> = {
  ACKNOWLEDGE: { from: ["LODGED", "TRANSFERRED"], to: "ACKNOWLEDGED" },
  BEGIN_MEDIATION: { from: ["ACKNOWLEDGED"], to: "IN_MEDIATION" },
  TRANSFER: { from: ["LODGED", "ACKNOWLEDGED"], to: "TRANSFERRED" },
};

export interface ReferralEnding {
  readonly state: ReferralState;
  /** Where the case goes, and as what it ends; money that is still to go back closes the case when it has settled. */
  readonly to: CaseState;
  readonly outcome: CaseOutcome;
  readonly from: readonly ReferralState[];
}

/** What becomes of the case when the agency is done. A mediated refund is SETTLED, whatever part of the claim it is. */
export const referralEndings: Readonly<Record<AgencyOutcome, ReferralEnding>> = {
  MEDIATED_REFUND: { state: "MEDIATED", to: "REFUNDING", outcome: "SETTLED", from: ["ACKNOWLEDGED", "IN_MEDIATION"] },
  MEDIATION_ENDED: {
    state: "MEDIATION_ENDED",
    to: "CLOSED",
    outcome: "DECLINED",
    from: ["ACKNOWLEDGED", "IN_MEDIATION"],
  },
  COMPLAINT_REFUSED: {
    state: "REFUSED",
    to: "CLOSED",
    outcome: "DECLINED",
    from: ["LODGED", "ACKNOWLEDGED", "TRANSFERRED"],
  },
};

/** The ways in which it ends without a refund: there is nothing left to ask of it then. */
export const endingsWithoutRefund: readonly AgencyOutcome[] = agencyOutcomes.filter(
  (outcome) => referralEndings[outcome].outcome === "DECLINED",
);

/** How a step and an ending are called among the open steps of a case. */
export const stepName = (step: ReferralStep | AgencyOutcome): string => `referral:${step}`;

/** The agency's moves that can follow this state, and the ways in which it can end. */
export function openFrom(state: ReferralState): {
  readonly steps: readonly ReferralStep[];
  readonly outcomes: readonly AgencyOutcome[];
} {
  return {
    steps: stepWords.filter((step) => referralSteps[step].from.includes(state)),
    outcomes: agencyOutcomes.filter((outcome) => referralEndings[outcome].from.includes(state)),
  };
}

/** The same as the rules of a case name it. */
export function openReferralSteps(state: ReferralState): readonly string[] {
  const { steps, outcomes } = openFrom(state);
  return [...steps, ...outcomes].map(stepName);
}
