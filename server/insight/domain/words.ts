/** What the desk measures about itself. */
export const measureNames = [
  "OPENED",
  "CLOSED",
  "OPEN_AGE",
  "CLOCKS_AT_RISK",
  "MONEY_IN_FLIGHT",
  "TIME_TO_MONEY",
  "LATE_ARRIVAL",
  "REFUSALS",
  "REVERSALS",
  "DISPUTE_RATIO",
] as const;
export type MeasureName = (typeof measureNames)[number];

/** COUNT: so many. SHARE: so many of so many. HOURS: how long. MONEY: how much of one currency. */
export const measureUnits = ["COUNT", "SHARE", "HOURS", "MONEY"] as const;
export type MeasureUnit = (typeof measureUnits)[number];

/** What stands behind each number, and is opened by it. */
export const measureSubjects = ["CASES", "REFUNDS", "DISPUTES"] as const;
export type MeasureSubject = (typeof measureSubjects)[number];

export const bucketSizes = ["DAY", "WEEK", "MONTH"] as const;
export type BucketSize = (typeof bucketSizes)[number];
