import type { Money } from "../../kernel/money.ts";
import type { CheckKind } from "./checks.ts";
import type { CaseOutcome, CaseState, MessageThread } from "./words.ts";

type Nothing = Readonly<Record<string, never>>;
/** What a higher feature adds to an event, as plain JSON. */
export type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** What each action is told. Amounts are minor units with their currency; texts are already cleaned and masked. */
export interface ActionInput {
  REQUEST_INFORMATION: { readonly message: string };
  PROVIDE_INFORMATION: { readonly message: string };
  BEGIN_VERIFICATION: Nothing;
  /** A settlement file has brought the payment that the slip is about. */
  FIND_PAYMENT: { readonly transactionId: string };
  /** Somebody of the desk has found it, where the slip was typed wrongly. */
  ATTACH_PAYMENT: { readonly transactionId: string };
  AUTO_APPROVE: Nothing;
  RECORD_CHECK: {
    readonly check: CheckKind;
    readonly outcome: "PASSED" | "FAILED" | "WAIVED" | "NOT_NEEDED";
    readonly reason: string | null;
    /** A check is let go only by a request that was granted. */
    readonly approvalId?: string;
  };
  PROPOSE_CHECK_WAIVER: {
    readonly check: CheckKind;
    readonly outcome: "WAIVED" | "NOT_NEEDED";
    readonly reason: string;
  };
  /** What was asked for is turned down, by the request that asked; the check stays as it is. */
  REJECT_CHECK_WAIVER: { readonly check: CheckKind; readonly approvalId: string; readonly reason: string };
  EXPIRE_CHECK_WAIVER: { readonly check: CheckKind; readonly approvalId: string };
  RECORD_MERCHANT_ANSWER: { readonly confirms: boolean; readonly message: string };
  APPROVE_REFUND: { readonly amount: Money; readonly reason: string | null; readonly messageToCustomer: string | null };
  DECLINE_REQUEST: { readonly reason: string; readonly overrideReason: string | null };
  GRANT_APPROVAL: { readonly note: string | null };
  REJECT_APPROVAL: { readonly reason: string };
  EXPIRE_APPROVAL: Nothing;
  RECORD_REFUND_PROGRESS: { readonly refundId: string; readonly detail: Detail };
  SETTLE_REFUND: { readonly refundId: string; readonly detail: Detail };
  FAIL_REFUND: { readonly refundId: string; readonly detail: Detail };
  RETRY_REFUND: Nothing;
  /** `reference`: the number under which the money was moved outside; `evidenceId`: the file that proves it. */
  PROPOSE_MANUAL_REFUND: { readonly reference: string; readonly evidenceId: string };
  CONTEST_DECISION: { readonly message: string };
  MAKE_OFFER: { readonly amount: Money; readonly message: string; readonly overrideReason: string | null };
  ACCEPT_OFFER: Nothing;
  REJECT_OFFER: { readonly message: string };
  ESCALATE_TO_BANK: { readonly reasonCode: string; readonly message: string };
  ADVANCE_DISPUTE: { readonly step: string; readonly detail: Detail };
  /** `to` and `outcome` are read off the dispute machine's table of rulings. */
  RECORD_BANK_RULING: {
    readonly to: CaseState;
    readonly outcome: CaseOutcome | null;
    readonly amount: Money;
    readonly detail: Detail;
  };
  /** The bank's own notice of a dispute reaches a case that the desk is at work on; `message` is the bank's text. */
  JOIN_DISPUTE: { readonly amount: Money; readonly dispute: Detail; readonly message: string | null };
  /** The bank's own word on a dispute that the desk took to it: its number, and under which code and over how much it runs. */
  ADOPT_DISPUTE: {
    readonly disputeId: string;
    readonly reference: string;
    readonly cycle: number;
    readonly said: { readonly reasonCode: string; readonly amount: Money };
    readonly message: string | null;
  };
  REFER_TO_AGENCY: { readonly agency: string; readonly message: string };
  ADVANCE_REFERRAL: { readonly step: string; readonly detail: Detail };
  /** `to` and `outcome` are read off the referral machine's table of outcomes. */
  RECORD_AGENCY_OUTCOME: {
    readonly to: CaseState;
    readonly outcome: CaseOutcome | null;
    readonly amount: Money | null;
    readonly detail: Detail;
  };
  WITHDRAW: { readonly message: string | null };
  EXPIRE: Nothing;
  CLOSE: { readonly reason: string };
  REOPEN: { readonly reason: string };
  ASSIGN: { readonly assigneeId: string | null };
  /** `mentionIds`: colleagues whom the note calls, by id. */
  ADD_NOTE: { readonly message: string; readonly mentionIds?: readonly string[] };
  /** `heldId`: the message was held for its writer to take back, and goes out now. */
  SEND_MESSAGE: {
    readonly thread: Exclude<MessageThread, "INTERNAL">;
    readonly message: string;
    readonly heldId?: string;
  };
  ATTACH_EVIDENCE: { readonly evidenceId: string; readonly detail: Detail };
  SNOOZE: { readonly until: Date };
  WAKE: Nothing;
  RECORD_CLOCK_BREACH: { readonly rule: string };
}
