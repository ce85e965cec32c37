import type { CaseReason, CaseState } from "../graphql/words.ts";

const stateOrder: Record<CaseState, number> = {
  NEW: 1,
  AWAITING_CUSTOMER: 2,
  VERIFYING: 3,
  AWAITING_APPROVAL: 4,
  REFUNDING: 5,
  DECLINED: 6,
  NEGOTIATING: 7,
  AT_BANK: 8,
  AT_AGENCY: 9,
  CLOSED: 10,
};

const reasonOrder: Record<CaseReason, number> = {
  DUPLICATE_CHARGE: 1,
  WRONG_AMOUNT: 2,
  PAID_BY_OTHER_MEANS: 3,
  GOODS_NOT_RECEIVED: 4,
  NOT_AS_DESCRIBED: 5,
  RETURNED_NOT_REFUNDED: 6,
  CANCELLED: 7,
  DEPOSIT_NOT_RELEASED: 8,
  NOT_RECOGNISED: 9,
  OTHER: 10,
};

/** Keys in the order of their rank; complete, since the record is. */
function ranked<W extends string>(ranks: Record<W, number>): readonly W[] {
  const words: W[] = [];
  for (const word in ranks) words.push(word);
  return words.sort((left, right) => ranks[left] - ranks[right]);
}

export const caseStates = ranked(stateOrder);
export const caseReasons = ranked(reasonOrder);
