/** What can be taken away as a file: the lists of the console. */
export const exportKinds = ["CASES", "REFUNDS", "DISPUTES", "TRANSACTIONS", "AUDIT_LOG"] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportStates = ["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED", "EXPIRED"] as const;
export type ExportState = (typeof exportStates)[number];

/** A worker has it, or is to have it. */
export const unfinished = ["QUEUED", "RUNNING"] as const satisfies readonly ExportState[];

export function isUnfinished(state: ExportState): boolean {
  return unfinished.some((one) => one === state);
}

/** Why a file was not made. */
export const exportFailures = ["RIGHTS_CHANGED", "TOO_LARGE", "OUR_FAULT"] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** Why nothing was begun, or ended. */
export const exportRefusals = ["NOT_PERMITTED", "TOO_LARGE", "TOO_MANY", "NOT_FOUND", "TOO_LATE"] as const;
export type ExportRefusal = (typeof exportRefusals)[number];

export interface ExportLimits {
  /** Rows read and written at once, and so at most lost by a worker that is killed. */
  readonly batchRows: number;
  /** What somebody can still work through. More is a copy of the desk, which nobody should keep on a computer of their own. */
  readonly mostRows: number;
  /** Of one person at once. */
  readonly mostUnfinished: number;
  readonly keptDays: number;
}

export const exportLimits: ExportLimits = { batchRows: 1_000, mostRows: 100_000, mostUnfinished: 3, keptDays: 7 };
