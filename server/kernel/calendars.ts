import { type BusinessCalendar, everyDay, weekdaysOnly } from "./calendar.ts";
import { chinaCalendar } from "./china-calendar.ts";

export const calendarIds = ["EVERY_DAY", "WEEKDAYS", "CN"] as const;
export type CalendarId = (typeof calendarIds)[number];

const calendars: Readonly<Record<CalendarId, BusinessCalendar>> = {
  EVERY_DAY: everyDay,
  WEEKDAYS: weekdaysOnly,
  CN: chinaCalendar,
};

export function calendarOf(id: CalendarId): BusinessCalendar {
  return calendars[id];
}
