/** The canonical stages of a dispute, whatever the network or provider calls them. */
export const disputeStates = [
  "INQUIRY",
  "INQUIRY_ANSWERED",
  "NOTIFIED",
  "CHARGEBACK",
  "REPRESENTED",
  "PRE_ARBITRATION",
  "ARBITRATION",
  "WON",
  "LOST",
  "ACCEPTED",
  "LAPSED",
  "PREVENTED",
  "RETURNED",
] as const;
export type DisputeState = (typeof disputeStates)[number];

/** A move inside the bank stage. Those that the bank makes and those that the desk makes are told apart in the machine's table. */
export const disputeSteps = [
  "ANSWER_INQUIRY",
  "RECEIVE_CHARGEBACK",
  "REPRESENT",
  "ACCEPT",
  "OPEN_PRE_ARBITRATION",
  "ANSWER_PRE_ARBITRATION",
  "FILE_ARBITRATION",
  "LAPSE",
] as const;
export type DisputeStep = (typeof disputeSteps)[number];

/** How the bank ends its stage. */
export const bankRulings = [
  "CHARGEBACK_UPHELD",
  "MERCHANT_MUST_REFUND",
  "MERCHANT_UPHELD",
  "RETURNED_UNRESOLVED",
] as const;
export type BankRuling = (typeof bankRulings)[number];
