import type { DisputeState } from "./words.ts";

const before: readonly DisputeState[] = [
  "INQUIRY",
  "INQUIRY_ANSWERED",
  "NOTIFIED",
  "PREVENTED",
  "WON",
  "RETURNED",
  "WITHDRAWN",
];

/** Whether the bank has taken the money by the time a dispute first reaches us in this state. */
export function bankHolds(state: DisputeState): boolean {
  return !before.includes(state);
}
