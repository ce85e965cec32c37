import type { CaseOutcome, CaseState } from "../../cases/domain/words.ts";
import { add } from "../../kernel/money.ts";
import { isInFlight } from "../../refunds/domain/refund-machine.ts";
import type { SettledRefund, TrackedRefund } from "./tracked-facts.ts";

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

/** As if it had been one, of the time of the last. */
function sumOf([last, ...others]: readonly SettledRefund[]): TrackedRefund | null {
  if (last === undefined) return null;
  const isOutside = last.isOutside || others.some((other) => other.isOutside);
  return { ...last, isOutside, amount: others.map(({ amount }) => amount).reduce(add, last.amount) };
}
