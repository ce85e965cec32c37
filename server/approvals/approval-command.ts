import type { ApprovalRefusal } from "./domain/approval-refusal.ts";
import type { ApprovalVerdict } from "./domain/words.ts";

/** One person's word on one request, at the version on which they decided, under a key of theirs. */
export interface DecideApproval {
  readonly requestId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
  readonly verdict: ApprovalVerdict;
  /** Why; needed to reject. */
  readonly note: string | null;
}

export interface ApprovalDecided {
  readonly requestId: string;
}

/** Expected answers that are not success. "Not yours" and "not there" are the same answer. */
export type ApprovalFailure =
  | { readonly kind: "NOT_FOUND" }
  | { readonly kind: "STALE"; readonly requestId: string }
  | { readonly kind: "REFUSED"; readonly reasons: readonly ApprovalRefusal[] }
  | { readonly kind: "KEY_REUSED" };
