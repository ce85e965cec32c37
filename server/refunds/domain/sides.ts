import type { CaseAction } from "../../cases/domain/words.ts";

/** By each of these somebody takes a side in a case: they proposed money, turned it down, took it, or asked to let a check go. */
const always: ReadonlySet<string> = new Set<CaseAction>([
  "APPROVE_REFUND",
  "DECLINE_REQUEST",
  "MAKE_OFFER",
  "ACCEPT_OFFER",
  "RECORD_AGENCY_OUTCOME",
  "PROPOSE_CHECK_WAIVER",
]);

/** What was done to a case; of a check, how it came out. */
export interface SideStep {
  readonly kind: string;
  readonly outcome: string | null;
}

/** Whether whoever did it stands on a side of the money: by any of those, and by letting a check go. */
export function takesASide({ kind, outcome }: SideStep): boolean {
  return always.has(kind) || (kind === "RECORD_CHECK" && (outcome === "WAIVED" || outcome === "NOT_NEEDED"));
}
