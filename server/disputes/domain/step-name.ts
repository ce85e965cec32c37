import { type DisputeStep, disputeSteps } from "./words.ts";

const prefix = "dispute:";

/** How the case's rules name a step of the dispute, which they know only as a word from above. */
export function stepName(step: DisputeStep): string {
  return prefix + step;
}

export function readStepName(name: string): DisputeStep | null {
  return disputeSteps.find((step) => stepName(step) === name) ?? null;
}
