import type { CaseOutcome, CaseState } from "../../cases/domain/words.ts";
import type { Day } from "../../kernel/day.ts";
import type { Money } from "../../kernel/money.ts";
import type { RefundState } from "../../refunds/domain/words.ts";

/** One instruction to give money back. */
export interface TrackedRefund {
  readonly state: RefundState;
  readonly amount: Money;
  readonly holdsMoney: boolean;
  /** Somebody paid it in another way than back to the card, or says so; of a sum, some of it. */
  readonly isOutside: boolean;
  readonly proposedAt: Date;
  readonly sentAt: Date | null;
  readonly settledAt: Date | null;
  readonly returnedAt: Date | null;
  readonly expectedOn: Day | null;
}

export interface SettledRefund extends TrackedRefund {
  readonly settledAt: Date;
}

/** What the customer's page is made of. */
export interface TrackedFacts {
  readonly state: CaseState;
  readonly outcome: CaseOutcome | null;
  readonly amount: Money;
  /** Null while the payment is not on file. */
  readonly sale: { readonly paidAt: Date; readonly cardLast4: string } | null;
  /** What is under way, or else all that went back. */
  readonly refund: TrackedRefund | null;
  readonly offer: Money | null;
  /** When the last offer was over without an answer, as long as the desk has decided nothing since. */
  readonly offerLapsedAt: Date | null;
  /** The bank holds some of it over this case's dispute. */
  readonly isTakenByBank: boolean;
  /** The agency has the complaint and has yet to say whether it takes it on. */
  readonly isLodged: boolean;
  /** The shop has been asked and has not said anything yet. */
  readonly shopIsAsked: boolean;
  /** When the clock that the customer waits for, or that waits for the customer, runs out. */
  readonly hearBy: Date | null;
  readonly now: Date;
}
