import type { CaseAction, CaseOutcome, CaseState } from "./words.ts";

/** Whose word turned a refusal around: the desk's own after an appeal, the bank's, or an agency's. */
export const overturners = ["APPEAL", "BANK", "AGENCY"] as const;
export type Overturner = (typeof overturners)[number];

export interface OverturningEvent {
  readonly kind: CaseAction;
  readonly by: Overturner;
  /** Only where the case then went there, or ended so; null: always. */
  readonly to: CaseState | null;
  readonly outcome: CaseOutcome | null;
}

/** What turns a refusal around. Counting and listing both read this. */
// biome-ignore format: a table is read by its columns
export const overturningEvents: readonly OverturningEvent[] = [
  { kind: "APPROVE_REFUND",        by: "APPEAL", to: null,        outcome: null },
  { kind: "AUTO_APPROVE",          by: "APPEAL", to: null,        outcome: null },
  { kind: "ACCEPT_OFFER",          by: "APPEAL", to: null,        outcome: null },
  { kind: "RECORD_BANK_RULING",    by: "BANK",   to: "REFUNDING", outcome: null },
  { kind: "RECORD_BANK_RULING",    by: "BANK",   to: "CLOSED",    outcome: "CHARGED_BACK" },
  { kind: "RECORD_AGENCY_OUTCOME", by: "AGENCY", to: "REFUNDING", outcome: null },
  { kind: "RECORD_AGENCY_OUTCOME", by: "AGENCY", to: "AWAITING_APPROVAL", outcome: null },
];
