/** To whom a notice goes. A colleague is somebody of the desk itself. */
export const noticeAudiences = ["CUSTOMER", "MERCHANT", "BANK", "PROVIDER", "COLLEAGUE"] as const;
export type NoticeAudience = (typeof noticeAudiences)[number];

export const noticeChannels = ["CONSOLE", "EMAIL", "SMS", "WEBHOOK"] as const;
export type NoticeChannel = (typeof noticeChannels)[number];

/**
 * Where a notice rests. WAITING: it is to be sent, or sent again. DELIVERED: the channel took it. DEAD: given up, until
 * somebody sends it again by hand. SUPPRESSED: there was no way to reach them, which is kept so that it can be seen.
 */
export const noticeStates = ["WAITING", "DELIVERED", "DEAD", "SUPPRESSED"] as const;
export type NoticeState = (typeof noticeStates)[number];

/** What the other side said to a notice that asks for an answer. */
export const noticeAnswers = ["CONFIRMED", "QUERIED"] as const;
export type NoticeAnswer = (typeof noticeAnswers)[number];

/** What the other side checks of a notice, each by itself. */
export const noticePoints = ["AMOUNT", "STATE", "TIME"] as const;
export type NoticePoint = (typeof noticePoints)[number];

/** What the desk tells. Each has one kind of reader, its fields and its text in both languages. */
export const noticeKinds = [
  "REQUEST_RECEIVED",
  "INFORMATION_NEEDED",
  "REFUND_APPROVED",
  "REFUND_PAID",
  "REQUEST_DECLINED",
  "OBJECTION_RECEIVED",
  "OFFER_MADE",
  "SENT_TO_BANK",
  "BANK_DECIDED_REFUND",
  "BANK_PAYS",
  "BANK_REFUSED",
  "BACK_FROM_BANK",
  "SENT_TO_AGENCY",
  "AGENCY_WORKS",
  "AGENCY_REFUND",
  "AGENCY_CLOSED",
  "REQUEST_WITHDRAWN",
  "REQUEST_LAPSED",
  "REQUEST_CLOSED",
  "REQUEST_REOPENED",
  "MESSAGE_FOR_CUSTOMER",
  "CASE_LINK",
  "MERCHANT_ASKED",
  "MERCHANT_REFUND_APPROVED",
  "MERCHANT_REFUND_PAID",
  "MERCHANT_REQUEST_DECLINED",
  "MERCHANT_OBJECTION",
  "MERCHANT_DISPUTE_OPENED",
  "MERCHANT_DISPUTE_RULED",
  "MERCHANT_REFERRED",
  "MERCHANT_CASE_CLOSED",
  "MERCHANT_CASE_REOPENED",
  "MERCHANT_MESSAGE",
  "BANK_ASKED",
  "BANK_ANSWERED",
  "BANK_DISPUTE_WITHDRAWN",
  "BANK_MESSAGE",
  "PROVIDER_REFUND_FAILED",
  "ENDPOINT_TESTED",
  "CASE_ASSIGNED",
  "WORK_HANDED_OVER",
  "CUSTOMER_ANSWERED",
  "MERCHANT_HAS_ANSWERED",
  "CUSTOMER_OBJECTED",
  "CUSTOMER_WITHDREW",
  "OFFER_ACCEPTED",
  "OFFER_REJECTED",
  "APPROVAL_WAITING",
  "APPROVAL_GIVEN",
  "APPROVAL_REFUSED",
  "APPROVAL_LAPSED",
  "AGREEMENT_WAITING",
  "AGREEMENT_GIVEN",
  "AGREEMENT_REFUSED",
  "AGREEMENT_LAPSED",
  "AGREEMENT_RAISED",
  "REFUND_STUCK",
  "BANK_MOVED",
  "BANK_RULED",
  "PAID_TWICE",
  "AGENCY_DECIDED",
  "MESSAGE_CAME",
  "EVIDENCE_CAME",
  "DEADLINE_MISSED",
  "STAFF_INVITED",
  "TRAINING_ASSIGNED",
  "TRAINING_DUE_CHANGED",
  "TRAINING_WITHDRAWN",
  "TRAINING_WAIVER_WITHDRAWN",
  "TRAINING_DUE",
  "TRAINING_OVERDUE",
  "TEAM_TRAINING_OVERDUE",
  "TRAINING_LAPSED",
  "FINDING_ASSIGNED",
  "FINDING_SENT_BACK",
  "FINDING_OVERDUE",
  "ENDPOINT_GONE",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** How one try to send went. REFUSED will not be otherwise if it is tried again; the others may. */
export const noticeAttemptAnswers = [
  "SENDING",
  "DELIVERED",
  "REFUSED",
  "PUT_OFF",
  "UNREACHABLE",
  "TIMED_OUT",
  "NOT_ALLOWED",
  "NOT_SET_UP",
] as const;
export type NoticeAttemptAnswer = (typeof noticeAttemptAnswers)[number];
