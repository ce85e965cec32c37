import type { CalendarDay } from "../../kernel/calendar.ts";
import { type CalendarId, type CorrectedDay, calendarOf } from "../../kernel/calendars.ts";
import type { Day } from "../../kernel/day.ts";

export const correctionKinds = ["CORRECTED", "WITHDRAWN"] as const;
export type CorrectionKind = (typeof correctionKinds)[number];

/** What one day is to be; null: what the calendar's source says of it. */
export interface Correction {
  readonly calendar: CalendarId;
  readonly day: Day;
  readonly to: Pick<CorrectedDay, "working" | "name"> | null;
}

export type CorrectionRefusal = { readonly code: "NOT_CORRECTABLE" | "NOTHING_CHANGES" | "REASON_MISSING" };

/** EVERY_DAY has no days off by its meaning. WEEKDAYS serves several countries at once: a holiday of one would be one of all. */
const correctable: readonly CalendarId[] = ["CN"];

export function isCorrectable(calendar: CalendarId): boolean {
  return correctable.includes(calendar);
}

export function reasonsAgainstCorrection(
  { calendar, day, to }: Correction,
  { days, reason }: { readonly days: readonly CorrectedDay[]; readonly reason: string | null },
): CorrectionRefusal[] {
  const before = days.find((one) => one.day === day);
  const changes = to === null ? before !== undefined : differs(to, before ?? calendarOf(calendar).workday(day));
  return [
    ...(isCorrectable(calendar) ? [] : [{ code: "NOT_CORRECTABLE" } as const]),
    ...(changes ? [] : [{ code: "NOTHING_CHANGES" } as const]),
    ...(reason === null ? [{ code: "REASON_MISSING" } as const] : []),
  ];
}

/** A name alone is a change where the day has one; giving an ordinary day a name is none. */
function differs(
  to: Pick<CorrectedDay, "working" | "name">,
  before: Pick<CalendarDay, "working" | "name"> | "NOT_PUBLISHED",
): boolean {
  if (before === "NOT_PUBLISHED" || before.working !== to.working) return true;
  return before.name !== undefined && (before.name.zh !== to.name.zh || before.name.en !== to.name.en);
}

/** The corrected days of every calendar as they would stand after it. */
export function daysAfter(days: readonly CorrectedDay[], { day, to }: Correction): readonly CorrectedDay[] {
  const others = days.filter((one) => one.day !== day);
  return to === null ? others : [...others, { day, ...to }];
}
