import type { Bilingual } from "../../kernel/calendar.ts";
import type { CalendarId, OwnCalendar } from "../../kernel/calendars.ts";
import type { Day } from "../../kernel/day.ts";

export const calendarEventKinds = ["CORRECTED", "WITHDRAWN", "PUBLISHED"] as const;
export type CalendarEventKind = (typeof calendarEventKinds)[number];

export type CalendarRefusal =
  | { readonly code: "NOT_CORRECTABLE" | "NOTHING_CHANGES" | "REASON_MISSING" }
  | { readonly code: "YEAR_PUBLISHED" | "YEAR_NOT_NEXT" | "YEAR_WITHOUT_SOURCE"; readonly year: number }
  | { readonly code: "HOLIDAY_BACKWARDS"; readonly name: Bilingual }
  | {
      readonly code: "DAY_OUTSIDE_YEAR" | "DAY_TWICE" | "WORKED_ON_WEEKDAY" | "STATUTORY_DAY_MISSING";
      readonly day: Day;
    };

/** What an administrator does to one calendar: sets a day, or enters a year. It is judged and worked out before it is written. */
export interface CalendarChange {
  readonly calendar: CalendarId;
  readonly reasonsAgainst: (own: OwnCalendar) => readonly CalendarRefusal[];
  readonly after: (own: OwnCalendar) => OwnCalendar;
  /** What its history keeps of it. `day` is the first of an entered year. */
  readonly told: {
    readonly kind: CalendarEventKind;
    readonly day: Day;
    readonly working: boolean | null;
    readonly name: Bilingual | null;
  };
}

/** EVERY_DAY has no days off by its meaning. WEEKDAYS serves several countries at once: a holiday of one would be one of all. */
const correctable: readonly CalendarId[] = ["CN"];

export function isCorrectable(calendar: CalendarId): boolean {
  return correctable.includes(calendar);
}

export function againstWhich(calendar: CalendarId): readonly CalendarRefusal[] {
  return isCorrectable(calendar) ? [] : [{ code: "NOT_CORRECTABLE" }];
}
