import { addDays, type Day, day, daysBetween, weekday, weekdays } from "../../kernel/day.ts";
import type { BucketSize } from "./words.ts";

/** A span of days, both of them in it. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}

/** What is asked is bounded, so that what is read is. */
export const longestPeriodDays = 731;
export const mostBuckets = 110;

export type PeriodProblem = "BACKWARDS" | "TOO_LONG" | "TOO_FINE";

/** The period cut into days, weeks from Monday on, or calendar months; the first and the last may be shorter. */
export function bucketsOf({ from, until }: Span, by: BucketSize): readonly Span[] | PeriodProblem {
  if (until < from) return "BACKWARDS";
  if (daysBetween(from, until) >= longestPeriodDays) return "TOO_LONG";
  const buckets: Span[] = [];
  for (let start = from; start <= until; ) {
    const next = nextStart[by](start);
    const last = addDays(next, -1);
    buckets.push({ from: start, until: last < until ? last : until });
    start = next;
    if (buckets.length > mostBuckets) return "TOO_FINE";
  }
  return buckets;
}

/** The whole months that a period touches. */
export function monthsOf({ from, until }: Span): readonly Span[] {
  const months: Span[] = [];
  for (let start = monthStart(from); start <= until; start = monthAfter(start)) {
    months.push({ from: start, until: addDays(monthAfter(start), -1) });
  }
  return months;
}

const monthStart = (of: Day) => day(`${of.slice(0, 7)}-01`);
const monthAfter = (of: Day) => monthStart(addDays(monthStart(of), 31));

export function monthBefore(of: Day): Span {
  const until = addDays(monthStart(of), -1);
  return { from: monthStart(until), until };
}

const nextStart: Readonly<Record<BucketSize, (of: Day) => Day>> = {
  DAY: (of) => addDays(of, 1),
  WEEK: (of) => addDays(of, (weekdays.indexOf("MONDAY") - weekdays.indexOf(weekday(of)) + 7) % 7 || 7),
  MONTH: monthAfter,
};
