import type { CaseOutcome, CaseState } from "../../cases/domain/words.ts";
import { type BankRuling, bankRulings, type DisputeState } from "./words.ts";

export interface RulingRow {
  /** Where the case goes, and what it ends as. */
  readonly to: CaseState & ("REFUNDING" | "CLOSED" | "NEGOTIATING");
  readonly outcome: CaseOutcome | null;
  /** Where the dispute ends, unless it was accepted or let lapse before: that stays what it was, and is not called lost. */
  readonly state: DisputeState;
  /** Who has the money in the end. What the bank holds beyond that comes back; what it lacks it takes. */
  readonly bankKeeps: boolean;
}

/** How each ruling moves the case, the dispute and the money. */
// biome-ignore format: a table is read by its columns
export const rulings: Readonly<Record<BankRuling, RulingRow>> = {
  CHARGEBACK_UPHELD:    { to: "CLOSED", outcome: "CHARGED_BACK", state: "LOST", bankKeeps: true },
  MERCHANT_MUST_REFUND: { to: "REFUNDING", outcome: null, state: "LOST", bankKeeps: false },
  MERCHANT_UPHELD:      { to: "CLOSED", outcome: "DEFENDED", state: "WON", bankKeeps: false },
  RETURNED_UNRESOLVED:  { to: "NEGOTIATING", outcome: null, state: "RETURNED", bankKeeps: false },
};

/** The bank has said who is right; one that it gave back to the parties can be taken to it again. */
export const rulingsThatDecide: readonly BankRuling[] = bankRulings.filter(
  (ruling) => rulings[ruling].to !== "NEGOTIATING",
);

/** After the merchant gave in, or said nothing in time, there is nothing left to uphold for them. */
const givenIn: readonly DisputeState[] = ["ACCEPTED", "LAPSED"];
const against: readonly BankRuling[] = ["CHARGEBACK_UPHELD", "MERCHANT_MUST_REFUND"];

export function rulingsOpen(state: DisputeState): readonly BankRuling[] {
  if (givenIn.includes(state)) return against;
  const all = Object.keys(rulings) as BankRuling[];
  return isEnded(state) ? [] : all;
}

export function stateAfterRuling(state: DisputeState, ruling: BankRuling): DisputeState {
  return givenIn.includes(state) ? state : rulings[ruling].state;
}

const ended: readonly DisputeState[] = ["WON", "LOST", "PREVENTED", "RETURNED", "WITHDRAWN"];

export function isEnded(state: DisputeState): boolean {
  return ended.includes(state);
}
