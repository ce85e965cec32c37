declare const dayBrand: unique symbol;

/** A calendar day without a time or a place, as "YYYY-MM-DD"; days compare as text. */
export type Day = string & { readonly [dayBrand]: "Day" };

/** A moment. It is always handed in: nothing here asks what time it is. */
export type Instant = Date;

const dayMs = 86_400_000;

const utcMidnight = (of: Day) => Date.parse(`${of}T00:00:00Z`);

export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** For days known to be right; text from outside asks `isDay` first. */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`"${text}" is not a day`);
  return text;
}

export function addDays(from: Day, days: number): Day {
  return day(new Date(utcMidnight(from) + days * dayMs).toISOString().slice(0, 10));
}

/** Positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return (utcMidnight(to) - utcMidnight(from)) / dayMs;
}

export const weekdays = ["SUNDAY", "MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"] as const;
export type Weekday = (typeof weekdays)[number];

export function weekday(of: Day): Weekday {
  const found = weekdays[new Date(utcMidnight(of)).getUTCDay()];
  if (found === undefined) throw new Error(`"${of}" has no weekday`);
  return found;
}

export function yearOf(of: Day): number {
  return Number(of.slice(0, 4));
}
