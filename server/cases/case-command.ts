import type { CaseMove } from "./domain/decide.ts";
import type { Refusal } from "./domain/refusal.ts";

/** One action that somebody asks of a case: which, with what, at which version they saw it, under which key of theirs. */
export type CaseCommand = CaseMove & {
  readonly caseId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
};

export interface CaseActionDone {
  readonly caseId: string;
  readonly eventId: string;
}

/** Expected answers that are not success. "Not yours" and "not there" are the same answer. */
export type CaseActionFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "STALE"; readonly caseId: string }
  | { readonly kind: "REFUSED"; readonly reasons: readonly Refusal[] }
  | { readonly kind: "KEY_REUSED" };
