import type { CaseEventKind, CaseOrigin, CaseOutcome, CaseState, MessageThread } from "../../cases/domain/words.ts";
import { type InRole, isOfTheDesk } from "../../staff/domain/of-the-desk.ts";
import type { NoticeKind } from "./words.ts";

/** Who of the desk a colleague's notice is for. */
export type Colleague = "ASSIGNEE" | "PROPOSER" | "APPROVERS" | "SUPERVISORS";

/** Somebody of the desk who knows its cases; the desk itself, by a clock, a file or a rule; or anybody else: a customer, a shop, a bank. */
export type ActedBy = "DESK" | "SYSTEM" | "OUTSIDE";

export function actedBy(actor: InRole): ActedBy {
  if (actor.role === "SYSTEM") return "SYSTEM";
  return isOfTheDesk(actor) ? "DESK" : "OUTSIDE";
}

/** One notice that an event causes, and under which of its circumstances. What is left out matches everything. */
export interface Telling {
  readonly tell: NoticeKind;
  readonly colleague?: Colleague;
  readonly from?: readonly CaseState[];
  readonly to?: readonly CaseState[];
  readonly outcome?: readonly CaseOutcome[];
  readonly origin?: readonly CaseOrigin[];
  readonly thread?: MessageThread;
  /** Who acted. */
  readonly by?: readonly ActedBy[];
  /** Only where the same money went twice by it. */
  readonly paidTwice?: true;
}

const fromOutside = ["OUTSIDE", "SYSTEM"] as const;
const colleague = (tell: NoticeKind, more: Omit<Telling, "tell"> = {}): Telling => ({
  tell,
  colleague: "ASSIGNEE",
  ...more,
});
const refundNow: readonly Telling[] = [
  { tell: "REFUND_APPROVED", to: ["REFUNDING"] },
  { tell: "MERCHANT_REFUND_APPROVED", to: ["REFUNDING"] },
];
const approversNext: Telling = { tell: "APPROVAL_WAITING", colleague: "APPROVERS", to: ["AWAITING_APPROVAL"] };

/** Who is told of what, by which notice. Beside the workflow this is the whole of what leaves the desk by itself. */
// biome-ignore format: a table is read by its columns
export const tellings: Readonly<Record<CaseEventKind, readonly Telling[]>> = {
  OPEN:                   [{ tell: "REQUEST_RECEIVED", origin: ["CUSTOMER", "MERCHANT", "AGENCY"] }, { tell: "MERCHANT_ASKED", to: ["VERIFYING"] }, { tell: "MERCHANT_DISPUTE_OPENED", to: ["AT_BANK"] }],
  REQUEST_INFORMATION:    [{ tell: "INFORMATION_NEEDED" }],
  PROVIDE_INFORMATION:    [colleague("CUSTOMER_ANSWERED")],
  BEGIN_VERIFICATION:     [{ tell: "MERCHANT_ASKED" }],
  FIND_PAYMENT:           [],
  ATTACH_PAYMENT:         [],
  AUTO_APPROVE:           refundNow,
  RECORD_CHECK:           [],
  PROPOSE_CHECK_WAIVER:   [],
  REJECT_CHECK_WAIVER:    [],
  EXPIRE_CHECK_WAIVER:    [],
  RECORD_MERCHANT_ANSWER: [colleague("MERCHANT_HAS_ANSWERED")],
  APPROVE_REFUND:         [...refundNow, approversNext],
  DECLINE_REQUEST:        [{ tell: "REQUEST_DECLINED" }, { tell: "MERCHANT_REQUEST_DECLINED" }],
  GRANT_APPROVAL:         [...refundNow, approversNext, { tell: "APPROVAL_GIVEN", colleague: "PROPOSER", to: ["REFUNDING"] }],
  REJECT_APPROVAL:        [{ tell: "APPROVAL_REFUSED", colleague: "PROPOSER" }],
  EXPIRE_APPROVAL:        [{ tell: "APPROVAL_LAPSED", colleague: "PROPOSER" }],
  RECORD_REFUND_PROGRESS: [],
  SETTLE_REFUND:          [{ tell: "REFUND_PAID" }, { tell: "MERCHANT_REFUND_PAID" }],
  FAIL_REFUND:            [{ tell: "PROVIDER_REFUND_FAILED" }, colleague("REFUND_STUCK")],
  RETRY_REFUND:           [],
  PROPOSE_MANUAL_REFUND:  [],
  CONTEST_DECISION:       [{ tell: "OBJECTION_RECEIVED" }, { tell: "MERCHANT_OBJECTION" }, colleague("CUSTOMER_OBJECTED")],
  MAKE_OFFER:             [{ tell: "OFFER_MADE" }],
  ACCEPT_OFFER:           [...refundNow, approversNext, colleague("OFFER_ACCEPTED")],
  REJECT_OFFER:           [colleague("OFFER_REJECTED")],
  ESCALATE_TO_BANK:       [{ tell: "SENT_TO_BANK" }, { tell: "BANK_ASKED" }, { tell: "MERCHANT_DISPUTE_OPENED" }],
  ADVANCE_DISPUTE:        [{ tell: "BANK_ANSWERED", by: ["DESK"] }, colleague("BANK_MOVED", { by: fromOutside })],
  RECORD_BANK_RULING:     [{ tell: "BANK_DECIDED_REFUND", to: ["REFUNDING"] }, { tell: "BANK_PAYS", outcome: ["CHARGED_BACK"] }, { tell: "BANK_REFUSED", outcome: ["DEFENDED"] }, { tell: "BACK_FROM_BANK", to: ["NEGOTIATING"] }, { tell: "MERCHANT_DISPUTE_RULED" }, colleague("BANK_RULED"), { tell: "PAID_TWICE", colleague: "SUPERVISORS", paidTwice: true }],
  JOIN_DISPUTE:           [{ tell: "SENT_TO_BANK" }, { tell: "MERCHANT_DISPUTE_OPENED" }, colleague("BANK_MOVED")],
  // What follows from the bank's word is told with its next step.
  ADOPT_DISPUTE:          [],
  REFER_TO_AGENCY:        [{ tell: "SENT_TO_AGENCY" }, { tell: "MERCHANT_REFERRED" }],
  ADVANCE_REFERRAL:       [{ tell: "AGENCY_WORKS" }],
  RECORD_AGENCY_OUTCOME:  [{ tell: "AGENCY_REFUND", to: ["REFUNDING"] }, { tell: "AGENCY_CLOSED", to: ["CLOSED"] }, { tell: "MERCHANT_REFUND_APPROVED", to: ["REFUNDING"] }, { tell: "MERCHANT_CASE_CLOSED", to: ["CLOSED"] }, approversNext, colleague("AGENCY_DECIDED")],
  WITHDRAW:               [{ tell: "REQUEST_WITHDRAWN" }, { tell: "MERCHANT_CASE_CLOSED" }, { tell: "BANK_DISPUTE_WITHDRAWN", from: ["AT_BANK"] }, colleague("CUSTOMER_WITHDREW")],
  // An offer that stood still is open again, by a new date.
  EXPIRE:                 [{ tell: "REQUEST_LAPSED", to: ["CLOSED"] }, { tell: "MERCHANT_CASE_CLOSED", to: ["CLOSED"] }, { tell: "OFFER_MADE", to: ["NEGOTIATING"] }],
  CLOSE:                  [{ tell: "REQUEST_CLOSED" }, { tell: "MERCHANT_CASE_CLOSED" }],
  REOPEN:                 [{ tell: "REQUEST_REOPENED" }, { tell: "MERCHANT_CASE_REOPENED" }],
  // What the desk itself gives away when somebody leaves is told once for all of it, by whoever hands it over.
  ASSIGN:                 [colleague("CASE_ASSIGNED", { by: ["DESK", "OUTSIDE"] })],
  ADD_NOTE:               [],
  SNOOZE:                 [],
  WAKE:                   [],
  SEND_MESSAGE:           [{ tell: "MESSAGE_FOR_CUSTOMER", thread: "CUSTOMER", by: ["DESK"] }, { tell: "MERCHANT_MESSAGE", thread: "MERCHANT", by: ["DESK"] }, { tell: "BANK_MESSAGE", thread: "BANK", by: ["DESK"] }, colleague("MESSAGE_CAME", { by: fromOutside })],
  ATTACH_EVIDENCE:        [colleague("EVIDENCE_CAME", { by: fromOutside })],
  RECORD_CLOCK_BREACH:    [colleague("DEADLINE_MISSED")],
};

/** What is known of an event when it is asked who hears of it. */
export interface EventTold {
  readonly kind: CaseEventKind;
  readonly from: CaseState | null;
  readonly to: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly origin: CaseOrigin;
  readonly thread: MessageThread | null;
  readonly by: ActedBy;
  readonly paidTwice: boolean;
}

/** The notices that this event causes. */
export function tellingsOf(event: EventTold): readonly Telling[] {
  const has = <T>(list: readonly T[] | undefined, value: T | null) =>
    list === undefined || (value !== null && list.includes(value));
  return tellings[event.kind].filter(
    ({ from, to, outcome, origin, thread, by, paidTwice }) =>
      has(from, event.from) &&
      has(to, event.to) &&
      has(outcome, event.outcome) &&
      has(origin, event.origin) &&
      has(by, event.by) &&
      (paidTwice === undefined || event.paidTwice) &&
      (thread === undefined || thread === event.thread),
  );
}
