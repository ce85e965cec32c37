import type { ApprovalFacts } from "../../approvals/domain/may-decide.ts";
import type { Money } from "../../kernel/money.ts";
import type { GateCourse } from "../../staff/domain/gate-courses.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { CheckKind } from "./checks.ts";
import type { CaseState, MessageThread } from "./words.ts";

/** Every reason for which the desk says no, with what the reader needs to understand it. A code without a text in both languages does not compile. */
export type Refusal =
  | { readonly code: "WRONG_STATE"; readonly state: CaseState }
  | { readonly code: "NOT_PERMITTED"; readonly needs: Permission }
  /** Whoever asked was suspended, or left, while it was on its way. */
  | { readonly code: "NOT_AT_WORK" }
  /** The same of a machine: its key ran out or was revoked, or whoever made it was suspended, or left. */
  | { readonly code: "KEY_ENDED" }
  /** `own`: the one that they write into. */
  | { readonly code: "THREAD_NOT_YOURS"; readonly own: Exclude<MessageThread, "INTERNAL"> }
  /** `approval`: what waits to be agreed to, where it is for that; it says who else could. */
  | { readonly code: "TRAINING_MISSING"; readonly course: GateCourse; readonly approval?: ApprovalFacts }
  | { readonly code: "NO_TRANSACTION" }
  | { readonly code: "PAYMENT_KNOWN" }
  /** Nothing of the kind is on file for the shop of the case; another shop's looks the same. */
  | { readonly code: "PAYMENT_NOT_THERE" }
  /** `number`: the open case that has it. */
  | { readonly code: "PAYMENT_HAS_CASE"; readonly number: string }
  | { readonly code: "PAYMENT_CURRENCY_DIFFERS"; readonly claimed: string; readonly paid: string }
  | { readonly code: "CHECKS_OPEN"; readonly checks: readonly CheckKind[] }
  | { readonly code: "CHECK_IS_AUTOMATIC"; readonly check: CheckKind }
  | { readonly code: "WAIVER_NEEDS_APPROVAL"; readonly check: CheckKind }
  | { readonly code: "WAIVER_WAITS"; readonly check: CheckKind }
  | { readonly code: "CHECK_NOT_OPEN"; readonly check: CheckKind }
  | { readonly code: "REASON_MISSING" }
  | { readonly code: "AMOUNT_NOT_POSITIVE" }
  | { readonly code: "CURRENCY_DIFFERS"; readonly expected: string }
  | { readonly code: "ABOVE_REFUNDABLE"; readonly refundable: Money }
  | { readonly code: "ABOVE_CLAIM"; readonly claimed: Money; readonly left: Money }
  | { readonly code: "NOTHING_LEFT_OF_CLAIM"; readonly claimed: Money }
  | { readonly code: "BANK_HAS_THE_MONEY" }
  | { readonly code: "POLICY_DOES_NOT_APPROVE" }
  | { readonly code: "OVERRIDE_REASON_MISSING"; readonly verdict: "APPROVE" | "DECLINE" | "REVIEW" }
  | { readonly code: "OWN_PROPOSAL" }
  | { readonly code: "ALREADY_APPROVED_BY_YOU" }
  | { readonly code: "DECIDED_THE_CASE" }
  | { readonly code: "WOULD_BE_PAID" }
  | { readonly code: "OWN_CASE" }
  | { readonly code: "DELEGATE_OF_BARRED"; readonly name: string }
  | { readonly code: "APPROVAL_LAPSED"; readonly at: Date }
  | { readonly code: "APPEAL_WINDOW_CLOSED"; readonly closedAt: Date }
  | { readonly code: "APPEAL_WINDOW_OPEN"; readonly openUntil: Date }
  | { readonly code: "REOPEN_WINDOW_CLOSED"; readonly closedAt: Date | null }
  | { readonly code: "NO_OFFER" }
  | { readonly code: "OFFER_LAPSED"; readonly at: Date }
  | { readonly code: "OFFER_OPEN"; readonly openUntil: Date }
  | { readonly code: "OWN_OFFER" }
  | { readonly code: "MERCHANT_STILL_HAS_TIME" }
  | { readonly code: "MERCHANT_NOT_ASKED" }
  | { readonly code: "REFUND_IN_FLIGHT" }
  | { readonly code: "REFUND_PAID_OUTSIDE" }
  | { readonly code: "REFUND_NOT_RETRYABLE" }
  | { readonly code: "REFUND_NOT_FAILED" }
  | { readonly code: "PROOF_OF_PAYMENT_MISSING" }
  | { readonly code: "STEP_NOT_OPEN"; readonly step: string }
  | { readonly code: "UNKNOWN_REASON_CODE"; readonly network: string; readonly reasonCode: string }
  | { readonly code: "CLOCK_STILL_RUNS" }
  | { readonly code: "ALREADY_THEIRS" }
  | { readonly code: "ASSIGNEE_CANNOT_WORK" }
  | { readonly code: "UNKNOWN_STAFF" }
  | { readonly code: "UNKNOWN_COLLEAGUE" }
  | { readonly code: "MESSAGE_NOT_HELD" }
  | { readonly code: "SNOOZE_OUT_OF_RANGE"; readonly mostDays: number }
  | { readonly code: "NOT_SNOOZED" }
  | { readonly code: "FILE_TOO_LARGE"; readonly mostBytes: number }
  | { readonly code: "TOO_MANY_FILES"; readonly most: number }
  | { readonly code: "FILE_NOT_THERE" }
  | { readonly code: "FILE_ALREADY_ATTACHED" };

export type RefusalCode = Refusal["code"];

/** The codes as a list, for the wire. The record makes the compiler miss a code that is not here. */
const everyCode: Readonly<Record<RefusalCode, true>> = {
  WRONG_STATE: true,
  NOT_PERMITTED: true,
  NOT_AT_WORK: true,
  KEY_ENDED: true,
  THREAD_NOT_YOURS: true,
  TRAINING_MISSING: true,
  NO_TRANSACTION: true,
  PAYMENT_KNOWN: true,
  PAYMENT_NOT_THERE: true,
  PAYMENT_HAS_CASE: true,
  PAYMENT_CURRENCY_DIFFERS: true,
  CHECKS_OPEN: true,
  CHECK_IS_AUTOMATIC: true,
  WAIVER_NEEDS_APPROVAL: true,
  WAIVER_WAITS: true,
  CHECK_NOT_OPEN: true,
  REASON_MISSING: true,
  AMOUNT_NOT_POSITIVE: true,
  CURRENCY_DIFFERS: true,
  ABOVE_REFUNDABLE: true,
  ABOVE_CLAIM: true,
  NOTHING_LEFT_OF_CLAIM: true,
  BANK_HAS_THE_MONEY: true,
  POLICY_DOES_NOT_APPROVE: true,
  OVERRIDE_REASON_MISSING: true,
  OWN_PROPOSAL: true,
  ALREADY_APPROVED_BY_YOU: true,
  DECIDED_THE_CASE: true,
  WOULD_BE_PAID: true,
  OWN_CASE: true,
  DELEGATE_OF_BARRED: true,
  APPROVAL_LAPSED: true,
  APPEAL_WINDOW_CLOSED: true,
  APPEAL_WINDOW_OPEN: true,
  REOPEN_WINDOW_CLOSED: true,
  NO_OFFER: true,
  OFFER_LAPSED: true,
  OFFER_OPEN: true,
  OWN_OFFER: true,
  MERCHANT_STILL_HAS_TIME: true,
  MERCHANT_NOT_ASKED: true,
  REFUND_IN_FLIGHT: true,
  REFUND_PAID_OUTSIDE: true,
  REFUND_NOT_RETRYABLE: true,
  REFUND_NOT_FAILED: true,
  PROOF_OF_PAYMENT_MISSING: true,
  STEP_NOT_OPEN: true,
  UNKNOWN_REASON_CODE: true,
  CLOCK_STILL_RUNS: true,
  ALREADY_THEIRS: true,
  ASSIGNEE_CANNOT_WORK: true,
  UNKNOWN_STAFF: true,
  UNKNOWN_COLLEAGUE: true,
  MESSAGE_NOT_HELD: true,
  SNOOZE_OUT_OF_RANGE: true,
  NOT_SNOOZED: true,
  FILE_TOO_LARGE: true,
  TOO_MANY_FILES: true,
  FILE_NOT_THERE: true,
  FILE_ALREADY_ATTACHED: true,
};
export const refusalCodes = Object.keys(everyCode) as RefusalCode[];
