/** A breached clock stays breached; `endedAt` says when the thing was done after all. */
export const clockStates = ["RUNNING", "PAUSED", "MET", "BREACHED", "CANCELLED"] as const;
export type ClockState = (typeof clockStates)[number];

export const clockUnits = ["CALENDAR_DAYS", "WORKING_DAYS", "HOURS"] as const;
export type ClockUnit = (typeof clockUnits)[number];

/** Who must act before the clock runs out. */
export const clockOwners = ["DESK", "CUSTOMER", "MERCHANT", "BANK", "AGENCY", "ACQUIRER"] as const;
export type ClockOwner = (typeof clockOwners)[number];

/** What a clock is for; several rules can be of one kind, one for each network, agency or law. */
export const clockKinds = [
  "decide-request",
  "merchant-answer",
  "customer-information",
  "approval",
  "refund-arrival",
  "appeal-window",
  "offer-answer",
  "bank-ruling",
  "dispute-answer",
  "agency-accept",
  "agency-mediation",
  "reopen-window",
  "complaint-answer",
  "consumer-right",
  "error-resolution",
] as const;
export type ClockKind = (typeof clockKinds)[number];
