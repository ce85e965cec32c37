import type { ClockUnit } from "../graphql/words.ts";
import { dayOf } from "../i18n/times.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What is left or over, in the unit that a person would say it in. */
export type TimeLeft =
  | { readonly unit: "workingDays" | "days" | "hours" | "minutes"; readonly count: number }
  | { readonly unit: "hoursAndMinutes"; readonly hours: number; readonly minutes: number };

interface Counting {
  readonly unit: ClockUnit;
  readonly days: readonly { readonly day: string; readonly number: number | null }[];
}

/** Today it is hours; before that it is the days that the clock itself still counts. */
export function timeLeft(dueAt: string, now: Date, counting: Counting | null): TimeLeft {
  const left = new Date(dueAt).getTime() - now.getTime();
  if (left < HOUR) return { unit: "minutes", count: Math.max(1, Math.ceil(left / MINUTE)) };
  if (dueDay(dueAt) === dayOf(now) || (counting?.unit === "HOURS" && left < DAY)) {
    const minutes = Math.floor((left % HOUR) / MINUTE);
    const hours = Math.floor(left / HOUR);
    return hours >= 3 || minutes === 0 ? { unit: "hours", count: hours } : { unit: "hoursAndMinutes", hours, minutes };
  }
  const today = dayOf(now);
  if (counting?.unit === "WORKING_DAYS") {
    const count = counting.days.filter(({ day, number }) => number !== null && day > today).length;
    return { unit: "workingDays", count };
  }
  return { unit: "days", count: daysBetween(today, dueDay(dueAt)) };
}

/** How late it is. */
export function timeOver(
  dueAt: string,
  now: Date,
): { readonly unit: "days" | "hours" | "minutes"; readonly count: number } {
  const over = now.getTime() - new Date(dueAt).getTime();
  if (over < HOUR) return { unit: "minutes", count: Math.max(1, Math.floor(over / MINUTE)) };
  return over < 2 * DAY
    ? { unit: "hours", count: Math.floor(over / HOUR) }
    : { unit: "days", count: Math.floor(over / DAY) };
}

/** The last day on which it is still in time: a clock that ends at midnight ends with the day before. */
export function dueDay(dueAt: string): string {
  return dayOf(new Date(new Date(dueAt).getTime() - 1));
}

export function endsWithTheDay(dueAt: string): boolean {
  const at = new Date(dueAt);
  return dayOf(at) !== dayOf(new Date(at.getTime() + MINUTE)) || dayOf(at) !== dueDay(dueAt);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** On which of its days a clock that counts days is; null of one that counts hours, and before its first day. */
export function dayOfCount(counting: Counting | null, now: Date): { readonly day: number; readonly of: number } | null {
  const today = dayOf(now);
  const numbers = (counting?.days ?? []).flatMap(({ day, number }) => (number === null ? [] : [{ day, number }]));
  const day = numbers.findLast((one) => one.day <= today)?.number;
  const of = numbers.at(-1)?.number;
  return day === undefined || of === undefined ? null : { day, of };
}
