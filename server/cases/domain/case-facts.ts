import type { Barred } from "../../approvals/domain/may-decide.ts";
import type { Money } from "../../kernel/money.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { CheckKind, CheckOutcome } from "./checks.ts";
import type { CaseOrigin, CaseOutcome, CaseState } from "./words.ts";

/** The money of the sale behind the case, in minor units of `currency`. */
export interface SaleFacts {
  readonly currency: string;
  readonly capturedMinor: bigint;
  readonly refundedMinor: bigint;
  /** Held by refunds that are proposed, queued, sent or unknown. */
  readonly inFlightMinor: bigint;
  readonly chargedBackMinor: bigint;
  /** What banks keep beyond that, since it had gone back already; then nothing of the sale is left. */
  readonly paidTwiceMinor: bigint;
}

/** What the policy says of the case as it stands. `rowNumber` counts the rows of its table from one. */
export interface VerdictFacts {
  readonly outcome: "APPROVE" | "DECLINE" | "REVIEW";
  readonly rowNumber: number | null;
  readonly straightThrough: boolean;
  /** What had gone back over the payment by then, or was on its way. */
  readonly alreadyBackMinor: bigint;
}

/** All that the rules know of one case at one moment. Nothing here reads a clock or a database; now is a fact. */
export interface CaseFacts {
  readonly caseId: string;
  readonly number: string;
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly origin: CaseOrigin;
  /** The state that an answer from the customer leads back to. */
  readonly returnsTo: CaseState | null;
  readonly amount: Money;
  readonly now: Date;
  readonly assigneeId: string | null;
  /** Until when the desk has put the case aside; null when it has not. */
  readonly snoozedUntil: Date | null;
  readonly sale: SaleFacts | null;
  readonly checks: Readonly<Record<CheckKind, CheckOutcome>>;
  readonly verdict: VerdictFacts | null;
  /** Who proposed the money that now waits for approval. */
  readonly proposedById: string | null;
  /** What has been proposed or approved to go back; null until somebody proposes. */
  readonly proposedAmount: Money | null;
  /** Permissions still to be given, in order; empty when nothing waits. */
  readonly approvalsMissing: readonly Permission[];
  /** Who gave them so far, and in whose place. */
  readonly approvedByIds: readonly string[];
  /** Who stands on a side of the money that waits, and so approves none of it. */
  readonly barredFromApproval: readonly Barred[];
  /** Whoever of the staff the money would go to: they decide nothing by which it goes. */
  readonly paidStaffIds: readonly string[];
  /** The last instant at which it can be approved. */
  readonly approvalExpiresAt: Date | null;
  /** The approvals that the policy in force asks for above the agent's limit, for an amount with what went back before it. */
  readonly approvalsFor: (amount: Money) => readonly Permission[];
  /** Until when the last offer could have been answered; null unless it was the clock that took it off the table. */
  readonly offerLapsedAt: Date | null;
  /** Until when the customer may answer the offer; null where there is none. */
  readonly offerOpenUntil: Date | null;
  readonly offer: { readonly amount: Money; readonly byId: string | null } | null;
  /** The merchant's clock ran out, or the merchant denied the sale or refused to answer. */
  readonly merchantAnswer: "WAITING" | "CONFIRMED" | "CONTESTED" | "SILENT" | "NOT_ASKED";
  readonly appealOpenUntil: Date | null;
  readonly reopenUntil: Date | null;
  /** What the case ends as once the refund in hand has settled. */
  readonly settledOutcome: CaseOutcome;
  /** Handed down by refunds: the latest instruction. In flight: the acquirer may pay it, or is about to be told to. */
  readonly refund: {
    readonly id: string;
    readonly inFlight: boolean;
    /** Somebody says that it was paid in another way, and another has yet to agree. */
    readonly paidOutside: boolean;
    readonly needsAttention: boolean;
    readonly retryable: boolean;
    /** What it holds of the sale; it counts among `sale.inFlightMinor`. */
    readonly heldMinor: bigint;
  } | null;
  /** Handed down by refunds: what has gone back to the customer over this case and stayed there. */
  readonly settledMinor: bigint;
  /** Handed down by disputes: what the bank holds over this case's dispute; it counts among `sale.chargedBackMinor`. */
  readonly takenByBankMinor: bigint;
  /** Handed down by disputes and referrals: the steps that their own machine has open now, e.g. `dispute:REPRESENT`. */
  readonly openSteps: ReadonlySet<string>;
  /** Clocks that have run out, by rule. */
  readonly breachedClocks: ReadonlySet<string>;
}
