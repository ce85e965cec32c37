import { addDays, type Day, weekday, yearOf } from "./day.ts";
import { done, type Result, refused } from "./result.ts";

export const dayReasons = ["WEEKEND", "HOLIDAY", "MAKE_UP_WORKDAY"] as const;
export type DayReason = (typeof dayReasons)[number];

/** A text that a person reads, in both of the product's languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What a calendar says of one day. `why` stands where the day is not what its weekday suggests, or is a weekend. */
export interface CalendarDay {
  readonly working: boolean;
  readonly why?: DayReason;
  readonly name?: Bilingual;
}

/** Which days are worked on in one place. It never guesses: a year that is not published yet is said to be so. */
export interface BusinessCalendar {
  readonly id: string;
  readonly workday: (on: Day) => CalendarDay | "NOT_PUBLISHED";
  /** The last day that is known; null when the calendar needs no publication. */
  readonly publishedUntil: Day | null;
}

export interface CalendarNotPublished {
  readonly code: "CALENDAR_NOT_PUBLISHED";
  readonly calendar: string;
  readonly year: number;
}

export function isWeekend(on: Day): boolean {
  const name = weekday(on);
  return name === "SATURDAY" || name === "SUNDAY";
}

/** For rules that count every day. */
export const everyDay: BusinessCalendar = {
  id: "EVERY_DAY",
  workday: () => ({ working: true }),
  publishedUntil: null,
};

/**
 * Monday to Friday, for places whose holidays we do not hold. A public holiday counts as worked here,
 * so a date may come out too early for the one who must act, but never too late.
 */
export const weekdaysOnly: BusinessCalendar = {
  id: "WEEKDAYS",
  workday: (on) => (isWeekend(on) ? { working: false, why: "WEEKEND" } : { working: true }),
  publishedUntil: null,
};

/** One day of a count, in order: numbered when it counted, with the reason when that is not plain from the weekday. */
export interface CountedDay {
  readonly day: Day;
  readonly number: number | null;
  readonly why: DayReason | null;
  readonly name: Bilingual | null;
}

export interface WorkingDayCount {
  readonly day: Day;
  readonly days: readonly CountedDay[];
}

/** Far beyond any rule; a larger number is a mistake, not a deadline. */
const mostDays = 2000;

/** The n-th working day after `from`, which itself is day 0, with the proof of every day passed on the way. */
export function addWorkingDays(
  calendar: BusinessCalendar,
  from: Day,
  count: number,
): Result<WorkingDayCount, CalendarNotPublished> {
  if (!Number.isInteger(count) || count < 0 || count > mostDays) throw new Error(`Cannot count ${count} working days`);
  const days: CountedDay[] = [];
  let at = from;
  for (let number = 0; number < count; ) {
    at = addDays(at, 1);
    const found = calendar.workday(at);
    if (found === "NOT_PUBLISHED") {
      return refused({ code: "CALENDAR_NOT_PUBLISHED", calendar: calendar.id, year: yearOf(at) });
    }
    if (found.working) number += 1;
    days.push({ day: at, number: found.working ? number : null, why: found.why ?? null, name: found.name ?? null });
  }
  return done({ day: at, days });
}
