import type { CalendarNotPublished } from "../../kernel/calendar.ts";
import { builtInCalendars, type CalendarBook } from "../../kernel/calendars.ts";
import { addDays, type Day, type Instant, yearOf } from "../../kernel/day.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { dayIn, startOfDay } from "../../kernel/zoned-time.ts";
import type { ClockRule } from "./clock-rule.ts";

/** From when until when a clock stood still. */
export interface Pause {
  readonly from: Instant;
  readonly until: Instant;
}

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** How much of one day lies in the pause, where the whole day is `dayMs`, be it 23 hours long or 25. */
function shareOfDay(on: Day, { from, until }: Pause, timeZone: string): number {
  const opens = startOfDay(on, timeZone).getTime();
  const closes = startOfDay(addDays(on, 1), timeZone).getTime();
  const inside = Math.min(closes, until.getTime()) - Math.max(opens, from.getTime());
  return inside <= 0 ? 0 : Math.ceil((inside * dayMs) / (closes - opens));
}

/**
 * The time that a pause gives back, in milliseconds: for hours all of it, for days what lies in days that the rule
 * counts. A weekend in a pause gives nothing back to a count of working days, since it would have cost nothing.
 */
export function countPause(
  rule: ClockRule,
  pause: Pause,
  calendars: CalendarBook = builtInCalendars,
): Result<bigint, CalendarNotPublished> {
  const lasted = pause.until.getTime() - pause.from.getTime();
  if (lasted < 0) throw new Error("A pause cannot end before it begins");
  if (rule.unit === "HOURS") return done(BigInt(lasted));

  const calendar = calendars.calendarOf(rule.calendar);
  const firstDay = dayIn(pause.from, rule.timeZone);
  const lastDay = dayIn(pause.until, rule.timeZone);
  let counted = 0n;
  for (let on = firstDay; on <= lastDay; on = addDays(on, 1)) {
    const found = calendar.workday(on);
    if (found === "NOT_PUBLISHED") {
      return refused({ code: "CALENDAR_NOT_PUBLISHED", calendar: calendar.id, year: yearOf(on) });
    }
    if (!found.working) continue;
    const whole = on !== firstDay && on !== lastDay;
    counted += BigInt(whole ? dayMs : shareOfDay(on, pause, rule.timeZone));
  }
  return done(counted);
}

/** Days are given back whole; a begun one counts. */
export function wholeDays(pausedMs: bigint): bigint {
  const day = BigInt(dayMs);
  return (pausedMs + day - 1n) / day;
}
