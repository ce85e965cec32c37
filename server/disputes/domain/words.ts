/** The canonical stages of a dispute, whatever the network or provider calls them. Whether money has moved is not said here. */
export const disputeStates = [
  "INQUIRY",
  "INQUIRY_ANSWERED",
  "NOTIFIED",
  "CHARGEBACK",
  "REPRESENTED",
  "PRE_ARBITRATION",
  "PRE_ARBITRATION_ANSWERED",
  "ARBITRATION",
  "WON",
  "LOST",
  "ACCEPTED",
  "LAPSED",
  "PREVENTED",
  "RETURNED",
  "WITHDRAWN",
] as const;
export type DisputeState = (typeof disputeStates)[number];

/** A move inside the bank stage. Those that the bank makes and those that the desk makes are told apart in the machine's table. */
export const disputeSteps = [
  "ANSWER_INQUIRY",
  "RECEIVE_CHARGEBACK",
  "REPRESENT",
  "REVERSE_CHARGEBACK",
  "ACCEPT",
  "OPEN_PRE_ARBITRATION",
  "ANSWER_PRE_ARBITRATION",
  "FILE_ARBITRATION",
  "MOVE_DEADLINE",
  "LAPSE",
] as const;
export type DisputeStep = (typeof disputeSteps)[number];

/** Who moves: the desk for the merchant, or the bank for its cardholder. */
export const disputeSides = ["DESK", "BANK"] as const;
export type DisputeSide = (typeof disputeSides)[number];

/** In Allocation the network gives the liability at once and the acquirer starts the second round; in Collaboration the parties answer each other first. */
export const disputeWorkflows = ["ALLOCATION", "COLLABORATION"] as const;
export type DisputeWorkflow = (typeof disputeWorkflows)[number];

/** How the bank ends its stage. */
export const bankRulings = [
  "CHARGEBACK_UPHELD",
  "MERCHANT_MUST_REFUND",
  "MERCHANT_UPHELD",
  "RETURNED_UNRESOLVED",
] as const;
export type BankRuling = (typeof bankRulings)[number];

/** What a dispute is about, whatever each network's code for it. */
export const disputeReasons = [
  "NOT_AUTHORISED_CARD_PRESENT",
  "COUNTERFEIT",
  "NOT_AUTHORISED_CARD_ABSENT",
  "NOT_RECOGNISED",
  "NOT_RECEIVED",
  "NOT_AS_DESCRIBED",
  "CANCELLED",
  "CREDIT_NOT_PROCESSED",
  "DUPLICATE",
  "WRONG_AMOUNT",
  "PAID_BY_OTHER_MEANS",
  "AUTHORISATION_MISSING",
  "LATE_PRESENTMENT",
  "PROCESSING_ERROR",
  "OTHER",
] as const;
export type DisputeReason = (typeof disputeReasons)[number];
