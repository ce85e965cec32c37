/** The life of a complaint at a consumer-protection agency. */
export const referralStates = [
  "LODGED",
  "ACKNOWLEDGED",
  "IN_MEDIATION",
  "TRANSFERRED",
  "MEDIATED",
  "MEDIATION_ENDED",
  "REFUSED",
  "WITHDRAWN",
] as const;
export type ReferralState = (typeof referralStates)[number];

export const referralSteps = ["ACKNOWLEDGE", "BEGIN_MEDIATION", "TRANSFER"] as const;
export type ReferralStep = (typeof referralSteps)[number];

/** How the agency ends its stage. */
export const agencyOutcomes = ["MEDIATED_REFUND", "MEDIATION_ENDED", "COMPLAINT_REFUSED"] as const;
export type AgencyOutcome = (typeof agencyOutcomes)[number];
