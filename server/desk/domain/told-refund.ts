import type { CaseOutcome, CaseState } from "../../cases/domain/words.ts";
import type { Day } from "../../kernel/day.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import { add } from "../../kernel/money.ts";
import { isInFlight } from "../../refunds/domain/refund-machine.ts";
import type { SettledRefund, TrackedFacts, TrackedRefund } from "./tracked-facts.ts";

/**
 * Of all a case's instructions, newest first, what its customer is told of: the one that is under way, else all that went
 * back, as one sum. What the bank gave back itself is no refund of ours.
 */
export function toldRefund(
  refunds: readonly TrackedRefund[],
  { state, outcome }: { readonly state: CaseState; readonly outcome: CaseOutcome | null },
): TrackedRefund | null {
  if (outcome === "CHARGED_BACK") return null;
  const [latest = null] = refunds.filter((refund) => refund.state !== "CANCELLED");
  if (latest === null || latest.state === "SETTLED") return sumOf(settledOf(refunds));
  const isStill = state === "CLOSED" && latest.state !== "RETURNED" && !isInFlight(latest.state);
  return isStill ? sumOf(settledOf(refunds)) : latest;
}

/** What went back and stayed there. */
export function settledOf(refunds: readonly TrackedRefund[]): readonly SettledRefund[] {
  return refunds.flatMap((refund) =>
    refund.state === "SETTLED" && refund.settledAt !== null ? [{ ...refund, settledAt: refund.settledAt }] : [],
  );
}

/** The last day on which the card usually shows it, as long as that is to come: of what is under way, and of what was sent already. */
export function expectedArrivalOf({ refund, now }: Pick<TrackedFacts, "refund" | "now">): Day | null {
  if (refund === null || refund.isOutside || refund.expectedOn === null) return null;
  return refund.expectedOn < deskDay(now) ? null : refund.expectedOn;
}

/** As if it had been one, of the time of the last. */
function sumOf([last, ...others]: readonly SettledRefund[]): TrackedRefund | null {
  if (last === undefined) return null;
  const isOutside = last.isOutside || others.some((other) => other.isOutside);
  return { ...last, isOutside, amount: others.map(({ amount }) => amount).reduce(add, last.amount) };
}
