import type { CaseEventKind, CaseState } from "../graphql/words.ts";

/** Keys as they stand; complete, since the record is. */
export function listed<W extends string>(words: Record<W, true>): readonly W[] {
  const found: W[] = [];
  for (const word in words) found.push(word);
  return found;
}

/** Everything that can happen to a case, roughly in the order of its life. */
export const caseEventKinds = listed<CaseEventKind>({
  OPEN: true,
  REQUEST_INFORMATION: true,
  PROVIDE_INFORMATION: true,
  BEGIN_VERIFICATION: true,
  AUTO_APPROVE: true,
  RECORD_CHECK: true,
  PROPOSE_CHECK_WAIVER: true,
  REJECT_CHECK_WAIVER: true,
  EXPIRE_CHECK_WAIVER: true,
  RECORD_MERCHANT_ANSWER: true,
  APPROVE_REFUND: true,
  DECLINE_REQUEST: true,
  GRANT_APPROVAL: true,
  REJECT_APPROVAL: true,
  EXPIRE_APPROVAL: true,
  RECORD_REFUND_PROGRESS: true,
  SETTLE_REFUND: true,
  FAIL_REFUND: true,
  RETRY_REFUND: true,
  PROPOSE_MANUAL_REFUND: true,
  CONTEST_DECISION: true,
  MAKE_OFFER: true,
  ACCEPT_OFFER: true,
  REJECT_OFFER: true,
  ESCALATE_TO_BANK: true,
  ADVANCE_DISPUTE: true,
  RECORD_BANK_RULING: true,
  JOIN_DISPUTE: true,
  ADOPT_DISPUTE: true,
  REFER_TO_AGENCY: true,
  ADVANCE_REFERRAL: true,
  RECORD_AGENCY_OUTCOME: true,
  WITHDRAW: true,
  EXPIRE: true,
  CLOSE: true,
  REOPEN: true,
  ASSIGN: true,
  ADD_NOTE: true,
  SEND_MESSAGE: true,
  ATTACH_EVIDENCE: true,
  SNOOZE: true,
  WAKE: true,
  FIND_PAYMENT: true,
  ATTACH_PAYMENT: true,
  RECORD_CLOCK_BREACH: true,
});

export const caseStates = listed<CaseState>({
  NEW: true,
  AWAITING_CUSTOMER: true,
  VERIFYING: true,
  AWAITING_APPROVAL: true,
  REFUNDING: true,
  DECLINED: true,
  NEGOTIATING: true,
  AT_BANK: true,
  AT_AGENCY: true,
  CLOSED: true,
});
