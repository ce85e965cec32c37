import type { CaseAction } from "../../cases/domain/words.ts";

/** By each of these somebody takes a side in a case: they proposed money, turned it down, took it, or asked to let a check go. */
export const takesASide: readonly CaseAction[] = [
  "APPROVE_REFUND",
  "DECLINE_REQUEST",
  "MAKE_OFFER",
  "ACCEPT_OFFER",
  "RECORD_AGENCY_OUTCOME",
  "PROPOSE_CHECK_WAIVER",
];
