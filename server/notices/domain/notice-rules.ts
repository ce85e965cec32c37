import type { ClockKind } from "../../clocks/domain/words.ts";
import type { WhatIsOver } from "../../referrals/domain/what-is-open.ts";
import type { NoticeField } from "./notice-fields.ts";
import type { NoticeAudience, NoticeChannel, NoticeKind } from "./words.ts";

/** One kind of notice: to whom, how, and what its text has to say. */
export interface NoticeRule {
  readonly to: NoticeAudience;
  readonly over: readonly NoticeChannel[];
  /** The text must speak of these; a version without one of them is not saved. */
  readonly must: readonly NoticeField[];
  /** It may speak of these as well. A paragraph about what is not there is left out. */
  readonly may: readonly NoticeField[];
  /** Which amount `amount` is. */
  readonly amount: "CLAIMED" | "DISPUTED" | "PROPOSED" | "OFFERED" | "NAMED" | "REFUND";
  /** The clock whose end is `answerBy`. */
  readonly clock: readonly ClockKind[];
  /** The reader is asked to confirm amount, state and time, or to raise a query. */
  readonly asksAnswer: boolean;
  /** Of a notice that ends in no money: by whose decision, so that it can say what is still open. */
  readonly refusal?: Pick<WhatIsOver, "decidedBy">;
}

const customer = {
  to: "CUSTOMER",
  over: ["EMAIL", "SMS"],
  must: ["caseNumber", "link"],
  may: ["amount", "merchant"],
  amount: "CLAIMED",
  clock: [],
  asksAnswer: false,
} as const satisfies NoticeRule;
/** Every refusal names the right to refer, with the agency's address; and may say what else is still open. */
const refusal = {
  ...customer,
  must: ["caseNumber", "agency", "agencyAddress", "link"],
  may: ["amount", "merchant", "stillOpen"],
  refusal: { decidedBy: null },
} as const satisfies NoticeRule;
const merchant = {
  to: "MERCHANT",
  over: ["CONSOLE", "EMAIL", "WEBHOOK"],
  must: ["caseNumber"],
  may: ["amount", "merchant", "voucher", "paidAt", "cardLast4", "link"],
  amount: "CLAIMED",
  clock: [],
  asksAnswer: false,
} as const satisfies NoticeRule;
const bank = { ...merchant, to: "BANK", amount: "DISPUTED" } as const satisfies NoticeRule;
const colleague = {
  to: "COLLEAGUE",
  over: ["CONSOLE"],
  must: ["caseNumber"],
  may: ["amount", "merchant", "link"],
  amount: "CLAIMED",
  clock: [],
  asksAnswer: false,
} as const satisfies NoticeRule;
const confirm = ["caseNumber", "amount", "answerLink"] as const;
const staff = { ...colleague, over: ["CONSOLE", "EMAIL"] } as const satisfies NoticeRule;

// biome-ignore format: a table is read by its columns
export const noticeRules: Readonly<Record<NoticeKind, NoticeRule>> = {
  REQUEST_RECEIVED:          { ...customer, may: ["amount", "merchant", "answerBy"], clock: ["decide-request"] },
  INFORMATION_NEEDED:        { ...customer, must: ["caseNumber", "message", "link"], may: ["amount", "merchant", "answerBy"], clock: ["customer-information"] },
  REFUND_APPROVED:           { ...customer, must: ["caseNumber", "amount", "link"], may: ["merchant", "cardLast4", "arrivesOn"], amount: "PROPOSED" },
  REFUND_PAID:               { ...customer, must: ["caseNumber", "amount", "link"], may: ["merchant", "cardLast4", "arrivesOn"], amount: "REFUND" },
  REQUEST_DECLINED:          { ...refusal, must: [...refusal.must, "message"], may: [...refusal.may, "answerBy"], clock: ["appeal-window"], refusal: { decidedBy: "DESK" } },
  OBJECTION_RECEIVED:        customer,
  OFFER_MADE:                { ...customer, must: ["caseNumber", "amount", "message", "link"], may: ["merchant", "answerBy"], amount: "OFFERED", clock: ["offer-answer"] },
  SENT_TO_BANK:              { ...customer, may: ["amount", "merchant", "answerBy"], amount: "DISPUTED", clock: ["bank-ruling"] },
  BANK_DECIDED_REFUND:       { ...customer, must: ["caseNumber", "amount", "link"], may: ["merchant", "cardLast4", "arrivesOn"], amount: "NAMED" },
  BANK_PAYS:                 { ...customer, must: ["caseNumber", "amount", "link"], may: ["merchant", "cardLast4"], amount: "NAMED" },
  BANK_REFUSED:              { ...refusal, refusal: { decidedBy: "BANK" } },
  BACK_FROM_BANK:            customer,
  SENT_TO_AGENCY:            { ...customer, must: ["caseNumber", "agency", "agencyAddress", "link"], may: ["amount", "merchant", "answerBy"], clock: ["agency-accept"] },
  AGENCY_WORKS:              { ...customer, over: ["EMAIL"], must: ["caseNumber", "agency", "link"], may: ["amount", "merchant", "answerBy"], clock: ["agency-mediation"] },
  AGENCY_REFUND:             { ...customer, must: ["caseNumber", "amount", "agency", "link"], may: ["merchant", "cardLast4", "arrivesOn"], amount: "NAMED" },
  AGENCY_CLOSED:             { ...refusal, refusal: { decidedBy: "AGENCY" } },
  REQUEST_WITHDRAWN:         { ...customer, over: ["EMAIL"] },
  REQUEST_LAPSED:            refusal,
  REQUEST_CLOSED:            { ...refusal, may: [...refusal.may, "message"] },
  REQUEST_REOPENED:          { ...customer, may: ["amount", "merchant", "answerBy"], clock: ["decide-request"] },
  MESSAGE_FOR_CUSTOMER:      { ...customer, must: ["caseNumber", "message", "link"] },
  CASE_LINK:                 customer,

  MERCHANT_ASKED:            { ...merchant, must: confirm, may: [...merchant.may, "answerBy"], clock: ["merchant-answer", "complaint-answer"], asksAnswer: true },
  MERCHANT_REFUND_APPROVED:  { ...merchant, over: ["CONSOLE", "WEBHOOK"], must: ["caseNumber", "amount"], amount: "PROPOSED" },
  MERCHANT_REFUND_PAID:      { ...merchant, must: confirm, amount: "REFUND", asksAnswer: true },
  MERCHANT_REQUEST_DECLINED: { ...merchant, over: ["CONSOLE", "WEBHOOK"] },
  MERCHANT_OBJECTION:        { ...merchant, over: ["CONSOLE", "WEBHOOK"] },
  MERCHANT_DISPUTE_OPENED:   { ...merchant, must: confirm, may: [...merchant.may, "answerBy"], amount: "DISPUTED", clock: ["dispute-answer"], asksAnswer: true },
  MERCHANT_DISPUTE_RULED:    { ...merchant, must: confirm, amount: "NAMED", asksAnswer: true },
  MERCHANT_REFERRED:         { ...merchant, must: ["caseNumber", "agency"] },
  MERCHANT_CASE_CLOSED:      { ...merchant, over: ["CONSOLE", "WEBHOOK"] },
  MERCHANT_CASE_REOPENED:    { ...merchant, over: ["CONSOLE", "WEBHOOK"] },
  MERCHANT_MESSAGE:          { ...merchant, must: ["caseNumber", "message"] },

  BANK_ASKED:                { ...bank, must: confirm, may: [...bank.may, "message", "answerBy"], clock: ["bank-ruling"], asksAnswer: true },
  BANK_ANSWERED:             { ...bank, must: confirm, asksAnswer: true },
  BANK_DISPUTE_WITHDRAWN:    { ...bank, must: confirm, asksAnswer: true },
  BANK_MESSAGE:              { ...bank, must: ["caseNumber", "message"] },

  PROVIDER_REFUND_FAILED:    { ...merchant, to: "PROVIDER", over: ["WEBHOOK"], must: ["caseNumber", "amount"], may: [], amount: "REFUND" },
  // To whoever's endpoint it is; it says nothing of any case.
  ENDPOINT_TESTED:           { ...merchant, to: "PROVIDER", over: ["WEBHOOK"], must: [], may: [] },

  CASE_ASSIGNED:             colleague,
  WORK_HANDED_OVER:          { ...colleague, must: ["cases"], may: ["link"] },
  CUSTOMER_ANSWERED:         colleague,
  MERCHANT_HAS_ANSWERED:     colleague,
  CUSTOMER_OBJECTED:         colleague,
  CUSTOMER_WITHDREW:         colleague,
  OFFER_ACCEPTED:            colleague,
  OFFER_REJECTED:            colleague,
  APPROVAL_WAITING:          { ...staff, must: ["caseNumber", "amount"], may: ["merchant", "link", "answerBy"], amount: "PROPOSED", clock: ["approval"] },
  APPROVAL_GIVEN:            { ...colleague, amount: "PROPOSED" },
  APPROVAL_REFUSED:          { ...colleague, amount: "PROPOSED" },
  APPROVAL_LAPSED:           colleague,
  AGREEMENT_WAITING:         { ...staff, must: ["matter", "answerBy"], may: ["caseNumber", "link"] },
  AGREEMENT_GIVEN:           { ...staff, must: ["matter"], may: ["caseNumber", "link"] },
  AGREEMENT_REFUSED:         { ...staff, must: ["matter"], may: ["caseNumber", "link"] },
  AGREEMENT_LAPSED:          { ...staff, must: ["matter"], may: ["caseNumber", "link"] },
  AGREEMENT_RAISED:          { ...staff, must: ["matter", "answerBy"], may: ["caseNumber", "link"] },
  REFUND_STUCK:              { ...colleague, amount: "REFUND" },
  BANK_MOVED:                { ...colleague, may: ["amount", "merchant", "link", "answerBy"], clock: ["dispute-answer"] },
  BANK_RULED:                { ...colleague, amount: "NAMED" },
  PAID_TWICE:                { ...staff, may: ["merchant", "link"] },
  AGENCY_DECIDED:            colleague,
  MESSAGE_CAME:              colleague,
  EVIDENCE_CAME:             colleague,
  DEADLINE_MISSED:           colleague,
  STAFF_INVITED:             { ...staff, over: ["EMAIL"], must: ["role", "link"], may: ["answerBy"] },
  TRAINING_ASSIGNED:         { ...staff, must: ["course"], may: ["dueOn", "link"] },
  TRAINING_DUE_CHANGED:      { ...staff, must: ["course"], may: ["dueOn", "link"] },
  TRAINING_WITHDRAWN:        { ...staff, must: ["course"], may: ["link"] },
  TRAINING_WAIVER_WITHDRAWN: { ...staff, must: ["course"], may: ["link"] },
  TRAINING_DUE:              { ...staff, must: ["course", "dueOn"], may: ["link"] },
  TRAINING_OVERDUE:          { ...staff, must: ["course", "dueOn"], may: ["link"] },
  TEAM_TRAINING_OVERDUE:     { ...staff, must: ["course", "dueOn"], may: ["colleagues", "link"] },
  TRAINING_LAPSED:           { ...staff, must: ["course"], may: ["link"] },
  FINDING_ASSIGNED:          { ...staff, must: ["caseNumber", "dueOn"], may: ["link"] },
  FINDING_SENT_BACK:         { ...staff, must: ["caseNumber", "dueOn"], may: ["link"] },
  FINDING_OVERDUE:           { ...staff, must: ["caseNumber", "dueOn"], may: ["link"] },
  ENDPOINT_GONE:             { ...staff, must: ["endpoint"], may: ["link"] },
};
