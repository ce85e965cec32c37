import { type Bilingual, type BusinessCalendar, everyDay, isWeekend, weekdaysOnly } from "./calendar.ts";
import { chinaCalendar } from "./china-calendar.ts";
import type { Day } from "./day.ts";

export const calendarIds = ["EVERY_DAY", "WEEKDAYS", "CN"] as const;
export type CalendarId = (typeof calendarIds)[number];

const calendars: Readonly<Record<CalendarId, BusinessCalendar>> = {
  EVERY_DAY: everyDay,
  WEEKDAYS: weekdaysOnly,
  CN: chinaCalendar,
};

/** The calendar as its source has it, without what a desk has corrected. */
export function calendarOf(id: CalendarId): BusinessCalendar {
  return calendars[id];
}

/** A day that a desk knows better than the calendar's source. */
export interface CorrectedDay {
  readonly day: Day;
  readonly working: boolean;
  readonly name: Bilingual;
}

/** The calendars that a desk goes by. `revision` grows with each of its corrections. */
export interface CalendarBook {
  readonly revision: number;
  readonly calendarOf: (id: CalendarId) => BusinessCalendar;
}

/** The calendars as their sources have them. */
export const builtInCalendars: CalendarBook = { revision: 0, calendarOf };

export function calendarBook(
  revision: number,
  corrections: Readonly<Partial<Record<CalendarId, readonly CorrectedDay[]>>>,
): CalendarBook {
  const corrected = {
    EVERY_DAY: correct(everyDay, corrections.EVERY_DAY),
    WEEKDAYS: correct(weekdaysOnly, corrections.WEEKDAYS),
    CN: correct(chinaCalendar, corrections.CN),
  };
  return { revision, calendarOf: (id) => corrected[id] };
}

/** A year that is not published stays so: single days do not make it known. */
function correct(calendar: BusinessCalendar, corrections: readonly CorrectedDay[] = []): BusinessCalendar {
  if (corrections.length === 0) return calendar;
  const byDay = new Map(corrections.map((correction) => [correction.day, correction]));
  return {
    ...calendar,
    workday(on) {
      const found = calendar.workday(on);
      const correction = byDay.get(on);
      if (found === "NOT_PUBLISHED" || correction === undefined) return found;
      const { working, name } = correction;
      if (!working) return { working, why: "HOLIDAY", name };
      return isWeekend(on) ? { working, why: "MAKE_UP_WORKDAY", name } : { working, name };
    },
  };
}
