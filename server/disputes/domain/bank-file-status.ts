import { networkAnswerState } from "./answer-state.ts";
import type { BankRuling, DisputeState, DisputeWorkflow } from "./words.ts";

/** How a dispute stands by a bank's file: where it is in our words, and what was ruled, where that is certain. */
export interface Standing {
  readonly state: DisputeState;
  readonly ruling: BankRuling | null;
}

const at = (state: DisputeState | "ANSWERED", ruling: BankRuling | null = null) => ({ state, ruling });

/**
 * What the words of banks' and processors' files mean. ANSWERED is the merchant side's answer: a representment, or where
 * the network allocates the liability, pre-arbitration. A plain "closed" says nothing of who has the money: the desk then
 * finds out, and no money moves.
 */
// biome-ignore format: a table is read by its columns
export const fileStatuses: ReadonlyMap<string, ReturnType<typeof at>> = new Map([
  ["inquiry",               at("INQUIRY")],
  ["retrieval",             at("INQUIRY")],
  ["warning_needs_response", at("INQUIRY")],
  ["warning_under_review",  at("INQUIRY_ANSWERED")],
  ["intake",                at("NOTIFIED")],
  ["notified",              at("NOTIFIED")],
  ["needs_response",        at("CHARGEBACK")],
  ["chargeback",            at("CHARGEBACK")],
  ["evidence_gathering",    at("CHARGEBACK")],
  ["ai_drafting",           at("CHARGEBACK")],
  ["pending_review",        at("CHARGEBACK")],
  ["submitted",             at("ANSWERED")],
  ["under_review",          at("ANSWERED")],
  ["escalated",             at("PRE_ARBITRATION")],
  ["pre_arbitration",       at("PRE_ARBITRATION")],
  ["arbitration",           at("ARBITRATION")],
  ["approved",              at("CHARGEBACK", "CHARGEBACK_UPHELD")],
  ["lost",                  at("CHARGEBACK", "CHARGEBACK_UPHELD")],
  ["denied",                at("ANSWERED", "MERCHANT_UPHELD")],
  ["won",                   at("ANSWERED", "MERCHANT_UPHELD")],
  ["accepted",              at("ACCEPTED", "CHARGEBACK_UPHELD")],
  ["expired",               at("LAPSED", "CHARGEBACK_UPHELD")],
  ["closed",                at("NOTIFIED", "RETURNED_UNRESOLVED")],
]);

/** Null for a word that the table does not have. */
export function standingOf(status: string, workflow: DisputeWorkflow): Standing | null {
  const found = fileStatuses.get(status);
  if (found === undefined) return null;
  return { state: found.state === "ANSWERED" ? networkAnswerState(workflow) : found.state, ruling: found.ruling };
}
