import { type Bilingual, type BusinessCalendar, everyDay, isWeekend, weekdaysOnly } from "./calendar.ts";
import { chinaCalendar } from "./china-calendar.ts";
import { type Day, day, yearOf } from "./day.ts";

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

/** What is said of one day. */
export interface SaidOfDay {
  readonly working: boolean;
  readonly name: Bilingual;
}

/** A day that a desk knows better than the calendar's source. */
export interface CorrectedDay extends SaidOfDay {
  readonly day: Day;
  /** What the paper of a year that the desk entered says of it, which a correction leaves as it is. */
  readonly paper?: SaidOfDay;
}

/** The calendars that a desk goes by. `revision` grows with each of its corrections. */
export interface CalendarBook {
  readonly revision: number;
  readonly calendarOf: (id: CalendarId) => BusinessCalendar;
}

/** The calendars as their sources have them. */
export const builtInCalendars: CalendarBook = { revision: 0, calendarOf };

/** What a desk knows of one calendar beyond its source. */
export interface OwnCalendar {
  readonly days: readonly CorrectedDay[];
  /** Years that the source does not have, and whose whole paper the desk has entered as days. */
  readonly years: readonly number[];
}

export function calendarBook(revision: number, own: Readonly<Partial<Record<CalendarId, OwnCalendar>>>): CalendarBook {
  const kept = {
    EVERY_DAY: withOwn(everyDay, own.EVERY_DAY),
    WEEKDAYS: withOwn(weekdaysOnly, own.WEEKDAYS),
    CN: withOwn(chinaCalendar, own.CN),
  };
  return { revision, calendarOf: (id) => kept[id] };
}

/** Its days are the desk's own; a release of the software that knows the year makes them corrections of it. */
export function isEnteredYear(calendar: CalendarId, { years }: OwnCalendar, year: number): boolean {
  return years.includes(year) && calendarOf(calendar).workday(day(`${year}-01-01`)) === "NOT_PUBLISHED";
}

/** Over what the day would be without it: its calendar's source, or of an entered year the paper, which names it or not. */
export function isCorrection(
  calendar: CalendarId,
  own: OwnCalendar,
  { day: on, paper, working, name }: CorrectedDay,
): boolean {
  if (paper === undefined || !isEnteredYear(calendar, own, yearOf(on))) return true;
  return working !== paper.working || name.zh !== paper.name.zh || name.en !== paper.name.en;
}

/** A year that nobody has published stays so: single days do not make it known. */
function withOwn(calendar: BusinessCalendar, { days, years }: OwnCalendar = { days: [], years: [] }): BusinessCalendar {
  if (days.length === 0 && years.length === 0) return calendar;
  const byDay = new Map(days.map((correction) => [correction.day, correction]));
  const entered = new Set(years);
  return {
    ...calendar,
    publishedUntil: later(calendar.publishedUntil, years),
    workday(on) {
      const source = calendar.workday(on);
      const found = source === "NOT_PUBLISHED" && entered.has(yearOf(on)) ? weekdaysOnly.workday(on) : source;
      const correction = byDay.get(on);
      if (found === "NOT_PUBLISHED" || correction === undefined) return found;
      const { working, name } = correction;
      if (!working) return { working, why: "HOLIDAY", name };
      return isWeekend(on) ? { working, why: "MAKE_UP_WORKDAY", name } : { working, name };
    },
  };
}

function later(publishedUntil: Day | null, years: readonly number[]): Day | null {
  if (publishedUntil === null) return null;
  return day(`${Math.max(yearOf(publishedUntil), ...years)}-12-31`);
}
