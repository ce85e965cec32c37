/** Where a case rests. */
export const caseStates = [
  "NEW",
  "AWAITING_CUSTOMER",
  "VERIFYING",
  "AWAITING_APPROVAL",
  "REFUNDING",
  "DECLINED",
  "NEGOTIATING",
  "AT_BANK",
  "AT_AGENCY",
  "CLOSED",
] as const;
export type CaseState = (typeof caseStates)[number];

/** The four stages of a matter, in their order. A closed case keeps the stage that it was closed from. */
export const caseStages = ["REQUEST", "VERIFICATION", "BANK", "CONSUMER_PROTECTION"] as const;
export type CaseStage = (typeof caseStages)[number];

/** The stage that a state belongs to; null where the case keeps the stage it came from. */
export const stageOf: Readonly<Record<CaseState, CaseStage | null>> = {
  NEW: "REQUEST",
  AWAITING_CUSTOMER: null,
  VERIFYING: "VERIFICATION",
  AWAITING_APPROVAL: "VERIFICATION",
  REFUNDING: "VERIFICATION",
  DECLINED: "VERIFICATION",
  NEGOTIATING: "VERIFICATION",
  AT_BANK: "BANK",
  AT_AGENCY: "CONSUMER_PROTECTION",
  CLOSED: null,
};

/** What became of the customer's money. */
export const caseOutcomes = [
  "REFUNDED",
  "PARTLY_REFUNDED",
  "CHARGED_BACK",
  "DEFENDED",
  "DECLINED",
  "SETTLED",
  "WITHDRAWN",
  "EXPIRED",
] as const;
export type CaseOutcome = (typeof caseOutcomes)[number];

export const caseOrigins = ["CUSTOMER", "MERCHANT", "BANK", "AGENCY"] as const;
export type CaseOrigin = (typeof caseOrigins)[number];

/** By which door the request came in. */
export const caseChannels = ["WEB", "PHONE", "COUNTER", "FILE"] as const;
export type CaseChannel = (typeof caseChannels)[number];

export const caseReasons = [
  "DUPLICATE_CHARGE",
  "WRONG_AMOUNT",
  "GOODS_NOT_RECEIVED",
  "NOT_AS_DESCRIBED",
  "RETURNED_NOT_REFUNDED",
  "CANCELLED",
  "NOT_RECOGNISED",
  "PAID_BY_OTHER_MEANS",
  "DEPOSIT_NOT_RELEASED",
  "OTHER",
] as const;
export type CaseReason = (typeof caseReasons)[number];

/** What someone does to a case. `words.ts` of a higher feature adds no action: all stand here, so one table can decide all. */
export const caseActions = [
  "REQUEST_INFORMATION",
  "PROVIDE_INFORMATION",
  "BEGIN_VERIFICATION",
  "FIND_PAYMENT",
  "ATTACH_PAYMENT",
  "AUTO_APPROVE",
  "RECORD_CHECK",
  "PROPOSE_CHECK_WAIVER",
  "REJECT_CHECK_WAIVER",
  "EXPIRE_CHECK_WAIVER",
  "RECORD_MERCHANT_ANSWER",
  "APPROVE_REFUND",
  "DECLINE_REQUEST",
  "GRANT_APPROVAL",
  "REJECT_APPROVAL",
  "EXPIRE_APPROVAL",
  "RECORD_REFUND_PROGRESS",
  "SETTLE_REFUND",
  "FAIL_REFUND",
  "RETRY_REFUND",
  "PROPOSE_MANUAL_REFUND",
  "CONTEST_DECISION",
  "MAKE_OFFER",
  "ACCEPT_OFFER",
  "REJECT_OFFER",
  "ESCALATE_TO_BANK",
  "ADVANCE_DISPUTE",
  "RECORD_BANK_RULING",
  "JOIN_DISPUTE",
  "ADOPT_DISPUTE",
  "REFER_TO_AGENCY",
  "ADVANCE_REFERRAL",
  "RECORD_AGENCY_OUTCOME",
  "WITHDRAW",
  "EXPIRE",
  "CLOSE",
  "REOPEN",
  "ASSIGN",
  "ADD_NOTE",
  "SEND_MESSAGE",
  "ATTACH_EVIDENCE",
  "SNOOZE",
  "WAKE",
  "RECORD_CLOCK_BREACH",
] as const;
export type CaseAction = (typeof caseActions)[number];

/** What an event says happened: an action, or how the case began. */
export const caseEventKinds = [...caseActions, "OPEN"] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];

/** With whom a thread is held. INTERNAL never leaves the desk. */
export const messageThreads = ["CUSTOMER", "MERCHANT", "BANK", "INTERNAL"] as const;
export type MessageThread = (typeof messageThreads)[number];
