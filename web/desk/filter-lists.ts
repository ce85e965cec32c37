import type {
  CardNetwork,
  CaseChannel,
  CaseOrigin,
  CaseOutcome,
  CaseReason,
  CaseStage,
  CaseState,
} from "../graphql/words.ts";

/** Keys in the order of their rank; complete, since the record is. */
function ranked<W extends string>(ranks: Record<W, number>): readonly W[] {
  const words: W[] = [];
  for (const word in ranks) words.push(word);
  return words.sort((left, right) => ranks[left] - ranks[right]);
}

export const caseStages = ranked<CaseStage>({ REQUEST: 1, VERIFICATION: 2, BANK: 3, CONSUMER_PROTECTION: 4 });

export const caseStates = ranked<CaseState>({
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
});

export const caseReasons = ranked<CaseReason>({
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
});

export const caseChannels = ranked<CaseChannel>({ WEB: 1, PHONE: 2, COUNTER: 3, FILE: 4 });
export const caseOrigins = ranked<CaseOrigin>({ CUSTOMER: 1, MERCHANT: 2, BANK: 3, AGENCY: 4 });

export const cardNetworks = ranked<CardNetwork>({
  UNIONPAY: 1,
  VISA: 2,
  MASTERCARD: 3,
  AMEX: 4,
  DISCOVER: 5,
  OTHER: 6,
});

export const caseOutcomes = ranked<CaseOutcome>({
  REFUNDED: 1,
  PARTLY_REFUNDED: 2,
  SETTLED: 3,
  CHARGED_BACK: 4,
  DEFENDED: 5,
  DECLINED: 6,
  WITHDRAWN: 7,
  EXPIRED: 8,
});
