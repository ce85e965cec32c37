/** What can be taken away as a file. */
export const exportKinds = ["CASES", "REFUNDS", "DISPUTES", "TRANSACTIONS", "AUDIT_LOG"] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportStates = ["QUEUED", "RUNNING", "DONE", "FAILED", "CANCELLED", "EXPIRED"] as const;
export type ExportState = (typeof exportStates)[number];

/** Why a file was not made. */
export const exportFailures = ["RIGHTS_CHANGED", "TOO_LARGE", "OUR_FAULT"] as const;
export type ExportFailure = (typeof exportFailures)[number];

export const exportLimits = {
  /** Rows read and written at once, and so at most lost by a worker that is killed. */
  batchRows: 1_000,
  mostRows: 500_000,
  mostUnfinished: 3,
  keptDays: 7,
} as const;
