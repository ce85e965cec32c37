import type { Money } from "../../kernel/money.ts";
import type { ActionInput } from "./action-input.ts";
import type { CaseFacts } from "./case-facts.ts";
import { type CheckKind, isSatisfied } from "./checks.ts";
import { leftOfClaim } from "./left-of-claim.ts";
import type { Refusal } from "./refusal.ts";
import type { InputGuard } from "./transition.ts";
import type { CaseAction } from "./words.ts";

/** What may still go back over the sale: captured, less what went, is going, or was taken back by the bank. */
export function refundableOf(facts: CaseFacts): Money | null {
  const { sale } = facts;
  if (sale === null) return null;
  const minor = sale.capturedMinor - sale.refundedMinor - sale.inFlightMinor - sale.chargedBackMinor;
  return { minor, currency: sale.currency };
}

type WithAmount = { [A in CaseAction]: ActionInput[A] extends { readonly amount: Money } ? A : never }[CaseAction];

/** An amount must be positive, in the sale's own currency, and within what may still go back. */
export const amountRefused: InputGuard<WithAmount> = (input, facts) => {
  const refundable = refundableOf(facts);
  const above = refundable !== null && input.amount.minor > refundable.minor;
  return notOfTheSale(input, facts) ?? (above ? { code: "ABOVE_REFUNDABLE", refundable } : null);
};

function notOfTheSale({ amount }: { readonly amount: Money }, { sale }: CaseFacts): Refusal | null {
  if (amount.minor <= 0n) return { code: "AMOUNT_NOT_POSITIVE" };
  if (sale === null) return { code: "NO_TRANSACTION" };
  return amount.currency === sale.currency ? null : { code: "CURRENCY_DIFFERS", expected: sale.currency };
}

/** Nobody gets more than was asked for, also not bit by bit or from the bank as well; a larger amount is a new request. */
export const aboveClaim: InputGuard<WithAmount> = ({ amount }, facts) => {
  const { amount: claimed } = facts;
  const left = leftOfClaim(facts);
  return amount.currency === left.currency && amount.minor > left.minor ? { code: "ABOVE_CLAIM", claimed, left } : null;
};

/** What the bank holds over this very dispute is free for its ruling. */
function withoutTheBanksHold(facts: CaseFacts): CaseFacts {
  const { sale, takenByBankMinor } = facts;
  return sale === null
    ? facts
    : { ...facts, sale: { ...sale, chargedBackMinor: sale.chargedBackMinor + sale.paidTwiceMinor - takenByBankMinor } };
}

/**
 * A ruling moves money only where it says so, and none beyond the dispute; an amount without an effect is not judged. What
 * the bank keeps it has, also of a sale that was refunded meanwhile: that is recorded as it is, and as paid twice.
 */
export const rulingAmountRefused: InputGuard<"RECORD_BANK_RULING"> = (input, facts, actor) => {
  if (input.outcome === "CHARGED_BACK") return notOfTheSale(input, facts);
  return input.to === "REFUNDING" ? amountRefused(input, withoutTheBanksHold(facts), actor) : null;
};

export const agencyAmountRefused: InputGuard<"RECORD_AGENCY_OUTCOME"> = ({ to, amount }, facts, actor) => {
  if (to !== "REFUNDING") return null;
  if (amount === null) return { code: "AMOUNT_NOT_POSITIVE" };
  const offered = { amount, message: "", overrideReason: null };
  return amountRefused(offered, facts, actor) ?? aboveClaim(offered, facts, actor);
};

const blank = (text: string | null) => text === null || text.trim() === "";

/** To go against the policy is allowed, and leaves a reason that compliance reads. */
export const overrideReasonMissing: InputGuard<"APPROVE_REFUND"> = ({ reason }, { verdict }) =>
  verdict !== null && verdict.outcome !== "APPROVE" && blank(reason)
    ? { code: "OVERRIDE_REASON_MISSING", verdict: verdict.outcome }
    : null;

/** An offer moves the same money, once it is taken. */
export const offerOverrideReasonMissing: InputGuard<"MAKE_OFFER"> = (
  { overrideReason: reason, ...input },
  facts,
  actor,
) => overrideReasonMissing({ ...input, reason, messageToCustomer: null }, facts, actor);

export const declineOverrideReasonMissing: InputGuard<"DECLINE_REQUEST"> = ({ overrideReason }, { verdict }) =>
  verdict !== null && verdict.outcome === "APPROVE" && blank(overrideReason)
    ? { code: "OVERRIDE_REASON_MISSING", verdict: verdict.outcome }
    : null;

export const reasonMissing: InputGuard<"DECLINE_REQUEST" | "REJECT_APPROVAL" | "CLOSE" | "REOPEN"> = ({ reason }) =>
  blank(reason) ? { code: "REASON_MISSING" } : null;

/** Checks that data answers; a person can only waive them. */
export const automaticChecks: ReadonlySet<CheckKind> = new Set([
  "TRANSACTION_FOUND",
  "AMOUNT_REFUNDABLE",
  "WITHIN_WINDOW",
]);

/** What a merchant can say of a check is what they hold in their hands. */
const merchantsChecks: ReadonlySet<CheckKind> = new Set(["GOODS_STATE"]);

/** That a check is not needed is the policy's word; a person who lets it go waives it, whatever they call it. */
export const checkRefused: InputGuard<"RECORD_CHECK"> = (
  { check, outcome, approvalId },
  _facts,
  actor,
): Refusal | null => {
  if (outcome === "WAIVED" || outcome === "NOT_NEEDED")
    return approvalId === undefined ? { code: "WAIVER_NEEDS_APPROVAL", check } : null;
  if (!actor.permissions.has("case.decide") && !merchantsChecks.has(check)) {
    return { code: "NOT_PERMITTED", needs: "case.decide" };
  }
  return automaticChecks.has(check) ? { code: "CHECK_IS_AUTOMATIC", check } : null;
};

/** Only what still stands in the way is let go, and never without a reason. */
export const waiverRefused: InputGuard<"PROPOSE_CHECK_WAIVER"> = ({ check, reason }, { checks }) => {
  if (isSatisfied(checks[check])) return { code: "CHECK_NOT_OPEN", check };
  return blank(reason) ? { code: "REASON_MISSING" } : null;
};

/** Each side writes into its own thread; only the desk writes to everybody. */
export const threadNotYours: InputGuard<"SEND_MESSAGE"> = ({ thread }, _facts, actor) => {
  const own = { CUSTOMER: "CUSTOMER", MERCHANT_VERIFIER: "MERCHANT", BANK_OFFICER: "BANK" } as const;
  const only = actor.role in own ? own[actor.role as keyof typeof own] : thread;
  return only === thread ? null : { code: "THREAD_NOT_YOURS", own: only };
};

/**
 * Whoever has a case is not given it again. Nothing would change, and their row would be waited for behind the case's, which
 * whoever leaves takes the other way round.
 */
export const alreadyTheirs: InputGuard<"ASSIGN"> = ({ assigneeId }, facts) =>
  assigneeId !== null && assigneeId === facts.assigneeId ? { code: "ALREADY_THEIRS" } : null;

export const stepNotOpen: InputGuard<"ADVANCE_DISPUTE" | "ADVANCE_REFERRAL"> = ({ step }, { openSteps }) =>
  openSteps.has(step) ? null : { code: "STEP_NOT_OPEN", step };

/** A case is put aside for a time that can be overseen, and never until a moment that is over. */
const longestSnoozeDays = 90;

export const snoozeOutOfRange: InputGuard<"SNOOZE"> = ({ until }, { now }) =>
  until <= now || until.getTime() - now.getTime() > longestSnoozeDays * 86_400_000
    ? { code: "SNOOZE_OUT_OF_RANGE", mostDays: longestSnoozeDays }
    : null;
