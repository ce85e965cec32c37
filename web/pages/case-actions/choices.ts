import type { CheckKind, CheckOutcome } from "../../graphql/words.ts";

/** Words of the schema that a form offers; complete, since each record is. */
const checkRanks: Record<CheckKind, number> = {
  TRANSACTION_FOUND: 1,
  AMOUNT_REFUNDABLE: 2,
  WITHIN_WINDOW: 3,
  PROOF_PRESENT: 4,
  IDENTITY_CONFIRMED: 5,
  GOODS_STATE: 6,
};
const outcomeRanks: Record<Exclude<CheckOutcome, "PENDING">, number> = {
  PASSED: 1,
  FAILED: 2,
  NOT_NEEDED: 3,
  WAIVED: 4,
};

export const checkKinds = wordsOf(checkRanks);
/** PENDING says nothing, so nobody records it. */
export const settledOutcomes = wordsOf(outcomeRanks);

function wordsOf<Word extends string>(ranks: Record<Word, number>): readonly Word[] {
  const words: Word[] = [];
  for (const word in ranks) words.push(word);
  return words.sort((left, right) => ranks[left] - ranks[right]);
}
