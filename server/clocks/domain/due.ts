import { addWorkingDays, type CalendarNotPublished, type CountedDay } from "../../kernel/calendar.ts";
import { builtInCalendars, type CalendarBook } from "../../kernel/calendars.ts";
import type { Day, Instant } from "../../kernel/day.ts";
import { done, type Result } from "../../kernel/result.ts";
import { atTime, dayIn, endOfDay } from "../../kernel/zoned-time.ts";
import type { ClockRule, ClockSource } from "./clock-rule.ts";
import { hourMs, wholeDays } from "./pause.ts";
import type { ClockUnit } from "./words.ts";

/** Why a clock ends when it ends, day by day, for whoever doubts it. */
export interface ClockProof {
  readonly rule: string;
  readonly ruleVersion: number;
  readonly source: ClockSource;
  readonly length: number;
  readonly unit: ClockUnit;
  readonly calendar: string;
  readonly timeZone: string;
  readonly startedAt: Instant;
  /** Day 0, which never counts. */
  readonly startDay: Day;
  /** Every day after it to the last: numbered when counted, with the reason where it was skipped or added. */
  readonly days: readonly CountedDay[];
  readonly pausedMs: bigint;
  /** Days added for the time that the clock stood still, all pauses together, rounded up to whole days. */
  readonly daysGivenBack: number;
  readonly dueDay: Day;
  readonly dueAt: Instant;
}

export interface Due {
  readonly dueAt: Instant;
  readonly proof: ClockProof;
}

function closeOf(rule: ClockRule, on: Day): Instant {
  return rule.endsAt === "END_OF_DAY" ? endOfDay(on, rule.timeZone) : atTime(on, rule.endsAt, rule.timeZone);
}

/** When the clock runs out: done at that very moment is still in time. `pausedMs` is the sum of `countPause`. */
export function computeDue(
  rule: ClockRule,
  startedAt: Instant,
  pausedMs = 0n,
  calendars: CalendarBook = builtInCalendars,
): Result<Due, CalendarNotPublished> {
  if (pausedMs < 0n) throw new Error("A clock cannot have been paused for less than no time");
  const startDay = dayIn(startedAt, rule.timeZone);
  const daysGivenBack = rule.unit === "HOURS" ? 0 : Number(wholeDays(pausedMs));
  const proveDue = (dueAt: Instant, dueDay: Day, days: readonly CountedDay[]): Due => ({
    dueAt,
    proof: {
      rule: rule.id,
      ruleVersion: rule.version,
      source: rule.source,
      length: rule.length,
      unit: rule.unit,
      calendar: rule.calendar,
      timeZone: rule.timeZone,
      startedAt,
      startDay,
      days,
      pausedMs,
      daysGivenBack,
      dueDay,
      dueAt,
    },
  });

  if (rule.unit === "HOURS") {
    const dueAt = new Date(startedAt.getTime() + rule.length * hourMs + Number(pausedMs));
    return done(proveDue(dueAt, dayIn(dueAt, rule.timeZone), []));
  }
  const counted = addWorkingDays(calendars.calendarOf(rule.calendar), startDay, rule.length + daysGivenBack);
  if (!counted.ok) return counted;
  return done(proveDue(closeOf(rule, counted.value.day), counted.value.day, counted.value.days));
}
