import type { JobName } from "../jobs.ts";

/** How one kind of work is run. */
export interface JobQueue {
  /** How many run at once in one process. */
  readonly slots: number;
  /** Started by the workers themselves, once in so many seconds over all processes; null: only where something asks for it. */
  readonly everySeconds: number | null;
}

// biome-ignore format: a table is read by its columns
export const jobQueues: Readonly<Record<JobName, JobQueue>> = {
  "submit-refund":    { slots: 4, everySeconds: null },
  "ask-about-refund": { slots: 2, everySeconds: null },
  "sweep-refunds":    { slots: 1, everySeconds: 15 },
  "triage-case":      { slots: 2, everySeconds: null },
  "sweep-clocks":     { slots: 1, everySeconds: 30 },
  "sweep-triages":    { slots: 1, everySeconds: 60 },
  "find-payments":    { slots: 1, everySeconds: 300 },
  "forget-keys":      { slots: 1, everySeconds: 3_600 },
  "fold-case-counts": { slots: 1, everySeconds: 30 },
  "send-held-message":   { slots: 2, everySeconds: null },
  "sweep-held-messages": { slots: 1, everySeconds: 30 },
  "sweep-snoozes":    { slots: 1, everySeconds: 30 },
  "sweep-training":   { slots: 1, everySeconds: 60 },
  "sweep-findings":   { slots: 1, everySeconds: 300 },
  "sweep-approvals":  { slots: 1, everySeconds: 60 },
  "run-import":       { slots: 1, everySeconds: null },
  "sweep-imports":    { slots: 1, everySeconds: 300 },
  "run-export":       { slots: 1, everySeconds: null },
  "sweep-exports":    { slots: 1, everySeconds: 300 },
  "send-notice":      { slots: 4, everySeconds: null },
  "sweep-notices":    { slots: 1, everySeconds: 30 },
  "verify-everything": { slots: 1, everySeconds: 86_400 },
};

export const jobNames = Object.keys(jobQueues).filter((text): text is JobName => text in jobQueues);

/** Where a job goes that failed every time. Kept for three months. Refunds, triages and imports that lost their job are found again by their sweeps. */
export const deadLetters = "dead-letters";

/**
 * A job's life. A worker that is killed stops beating, and after 15 s its job is given to another; a living job may run for
 * a day (an import does). Each lost beat costs one of the tries.
 */
export const onceAsked = {
  notify: true,
  heartbeatSeconds: 15,
  expireInSeconds: 86_000,
  retryLimit: 8,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 600,
  deleteAfterSeconds: 86_400,
  deadLetter: deadLetters,
} as const;

/** Work that comes round again by itself is not tried again: its next turn is the retry. */
export const comesRound = {
  notify: true,
  heartbeatSeconds: 15,
  expireInSeconds: 600,
  retryLimit: 0,
  deleteAfterSeconds: 600,
} as const;
