import type { BankDisputeRow } from "./bank-dispute-row.ts";
import { type Standing, standingOf } from "./bank-file-status.ts";
import { bankHolds } from "./bank-holds.ts";
import { workflowOf } from "./packs.ts";
import { rulings } from "./rulings.ts";
import type { DisputeState } from "./words.ts";

/** What is kept of a dispute whose number the bank names again. */
export interface EndedDispute {
  readonly state: DisputeState;
  readonly cycle: number;
  readonly closed_at: Date | null;
  readonly charged_back_minor: bigint;
  readonly reported_status: string | null;
  readonly transaction_reference: string | null;
}

type Said = Pick<BankDisputeRow, "network" | "reasonCode" | "status" | "openedAt" | "transactionReference">;

/** By this word the bank has the money, or had it until it ruled. */
export function takesMoney({ state, ruling }: Standing): boolean {
  return ruling === null ? bankHolds(state) : rulings[ruling].bankKeeps;
}

/**
 * Under which cycle of its number the bank's word is a new dispute; null where it is about the one that is known. The
 * known one must be over, with no money left at the bank, and the bank must take it now. An old file says so as well: only
 * a date after the end tells the two apart, or that of a dispute which was withdrawn here no file has said it before.
 */
export function nextCycle(known: EndedDispute, said: Said): number | null {
  const standing = standingOf(said.status, workflowOf(said.network, said.reasonCode));
  const isOver = known.closed_at !== null && known.charged_back_minor === 0n;
  const sameSale = known.transaction_reference === said.transactionReference;
  if (standing === null || !isOver || !sameSale || !takesMoney(standing)) return null;
  const isLater = known.closed_at !== null && said.openedAt > known.closed_at;
  return isLater || (known.state === "WITHDRAWN" && !saidBefore(known, said)) ? known.cycle + 1 : null;
}

/** The bank had taken money over it before: a row that says so may be of that time. */
function saidBefore({ reported_status: status }: EndedDispute, { network, reasonCode }: Said): boolean {
  const before = status === null ? null : standingOf(status, workflowOf(network, reasonCode));
  return before !== null && takesMoney(before);
}
