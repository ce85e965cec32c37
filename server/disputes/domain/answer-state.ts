import type { DisputeState, DisputeWorkflow } from "./words.ts";

/** Where the merchant side's answer to a chargeback leads. */
export function networkAnswerState(workflow: DisputeWorkflow): DisputeState {
  return workflow === "ALLOCATION" ? "PRE_ARBITRATION" : "REPRESENTED";
}
