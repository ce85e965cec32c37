import type {
  AgencyOutcome,
  BankRuling,
  CheckKind,
  CheckOutcome,
  DisputeStep,
  ReferralStep,
} from "../../graphql/words.ts";

/** Words of the schema that a form offers; complete, since each record is. */
const checkRanks: Record<CheckKind, number> = {
  TRANSACTION_FOUND: 1,
  AMOUNT_REFUNDABLE: 2,
  WITHIN_WINDOW: 3,
  PROOF_PRESENT: 4,
  IDENTITY_CONFIRMED: 5,
  GOODS_STATE: 6,
};
type WaiverOutcome = "NOT_NEEDED" | "WAIVED";
const outcomeRanks: Record<Exclude<CheckOutcome, "PENDING" | WaiverOutcome>, number> = { PASSED: 1, FAILED: 2 };
const waiverRanks: Record<WaiverOutcome, number> = { WAIVED: 1, NOT_NEEDED: 2 };

const referralStepRanks: Record<ReferralStep, number> = { ACKNOWLEDGE: 1, BEGIN_MEDIATION: 2, TRANSFER: 3 };
const agencyOutcomeRanks: Record<AgencyOutcome, number> = {
  MEDIATED_REFUND: 1,
  MEDIATION_ENDED: 2,
  COMPLAINT_REFUSED: 3,
};

const disputeStepRanks: Record<DisputeStep, number> = {
  ANSWER_INQUIRY: 1,
  RECEIVE_CHARGEBACK: 2,
  REPRESENT: 3,
  ACCEPT: 4,
  OPEN_PRE_ARBITRATION: 5,
  ANSWER_PRE_ARBITRATION: 6,
  FILE_ARBITRATION: 7,
  REVERSE_CHARGEBACK: 8,
  MOVE_DEADLINE: 9,
  LAPSE: 10,
};
const rulingRanks: Record<BankRuling, number> = {
  CHARGEBACK_UPHELD: 1,
  MERCHANT_MUST_REFUND: 2,
  MERCHANT_UPHELD: 3,
  RETURNED_UNRESOLVED: 4,
};

export const checkKinds = wordsOf(checkRanks);
/** PENDING says nothing, so nobody records it; letting go is asked for. */
export const recordedOutcomes = wordsOf(outcomeRanks);
export const waiverOutcomes = wordsOf(waiverRanks);

export const disputeSteps = wordsOf(disputeStepRanks);
export const bankRulings = wordsOf(rulingRanks);
export const referralSteps = wordsOf(referralStepRanks);
export const agencyOutcomes = wordsOf(agencyOutcomeRanks);

function wordsOf<Word extends string>(ranks: Record<Word, number>): readonly Word[] {
  const words: Word[] = [];
  for (const word in ranks) words.push(word);
  return words.sort((left, right) => ranks[left] - ranks[right]);
}
