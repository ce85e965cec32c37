import type { Db } from "./database/database.ts";

/** What the desk does later, and what each piece of work is told. Names of queues; data is plain JSON without personal data. */
export interface JobData {
  /** `heldUntil`: only while it is for this moment that it waits, the planned end of a maintenance. */
  "submit-refund": { readonly refundId: string; readonly heldUntil?: string };
  "ask-about-refund": { readonly refundId: string };
  /** Finds refunds whose next step is overdue because its job was lost. */
  "sweep-refunds": Record<string, never>;
  /** The desk's own next step on a case: begin verification, or approve what the policy approves straight through. */
  "triage-case": { readonly caseId: string };
  /** Sends a message whose writer let the time to take it back go by. */
  "send-held-message": { readonly heldId: string };
  /** Finds held messages that are overdue because their job was lost. */
  "sweep-held-messages": Record<string, never>;
  /** Brings cases that were put aside back at their time. */
  "sweep-snoozes": Record<string, never>;
  "sweep-clocks": Record<string, never>;
  /** Finds cases whose next step is owed because its job was lost. */
  "sweep-triages": Record<string, never>;
  /** Looks for payments that were not on file when their customers asked. */
  "find-payments": Record<string, never>;
  /** Forgets idempotency keys that nobody will send again. */
  "forget-keys": Record<string, never>;
  /** Finds uploaded files that nobody reads, and ends what nobody will go on with. */
  "sweep-imports": Record<string, never>;
  /** Adds what has been counted since to the side-bar's counters. */
  "fold-case-counts": Record<string, never>;
  /** Assigns what rules of training ask for, and reminds people. */
  "sweep-training": Record<string, never>;
  /** Reminds the owners of findings whose day has gone by. */
  "sweep-findings": Record<string, never>;
  /** Raises what waits too long for approval, and lets lapse what nobody decided. */
  "sweep-approvals": Record<string, never>;
  "run-import": { readonly importId: string };
  /** Writes a list that somebody asked for into a file, piece by piece. */
  "run-export": { readonly exportId: string };
  /** Takes files away whose time is over, and finds exports that lost their job. */
  "sweep-exports": Record<string, never>;
  "send-notice": { readonly noticeId: string };
  /** Finds notices whose next try is overdue because its job was lost. */
  "sweep-notices": Record<string, never>;
  /** Verifies every chain and all money, once a night, and keeps what came of it. */
  "verify-everything": Record<string, never>;
}
export type JobName = keyof JobData;

export interface JobOptions {
  /** Not before this time. */
  readonly startAfter?: Date;
  /** At most one queued job of this name and key. */
  readonly key?: string;
}

/** Work is enqueued in the transaction that causes it: it appears when that commits, and never otherwise. */
export interface Jobs {
  enqueue<N extends JobName>(transaction: Db, name: N, data: JobData[N], options?: JobOptions): Promise<void>;
  /** Several of one kind in one statement; each is keyed. */
  enqueueAll<N extends JobName>(
    transaction: Db,
    name: N,
    jobs: readonly { readonly key: string; readonly data: JobData[N] }[],
  ): Promise<void>;
}
