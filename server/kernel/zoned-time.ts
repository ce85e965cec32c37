import { addDays, type Day, day, type Instant } from "./day.ts";

const inDays = {
  calendar: "iso8601",
  numberingSystem: "latn",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
} as const;

/** To make a format costs a thousand times what using it does: each zone's is made once. */
function perZone(locale: string, options: Intl.DateTimeFormatOptions): (timeZone: string) => Intl.DateTimeFormat {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (timeZone) => {
    const known = formats.get(timeZone);
    if (known !== undefined) return known;
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
    formats.set(timeZone, made);
    return made;
  };
}

const formatFor = perZone("en-US", {
  ...inDays,
  hourCycle: "h23",
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
});
/** Swedish writes a day as the kernel does. */
const dayFormatFor = perZone("sv-SE", inDays);

/** What a wall clock in the zone shows, as if that were UTC; whole seconds. */
function wallClock(at: Instant, timeZone: string): Date {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return new Date(Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")));
}

/** What clocks in the zone show, with how far they are from UTC: "2026-11-29T09:30:00+08:00". Whole seconds. */
export function withOffset(at: Instant, timeZone: string): string {
  const shown = wallClock(at, timeZone);
  const minutes = Math.round((shown.getTime() - at.getTime()) / 60_000);
  const two = (part: number) => String(Math.trunc(part)).padStart(2, "0");
  const offset = `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
  return `${shown.toISOString().slice(0, 19)}${offset}`;
}

/** What clocks in the zone show, to the minute: "2026-11-29 09:30". */
export function stampIn(at: Instant, timeZone: string): string {
  return wallClock(at, timeZone).toISOString().slice(0, 16).replace("T", " ");
}

/** Whether the runtime knows the IANA zone. */
export function isTimeZone(name: string): boolean {
  try {
    formatFor(name);
    return true;
  } catch {
    // Intl answers an unknown zone by throwing; here that is the answer.
    return false;
  }
}

/** Whether it is a zone by name: a distance from UTC such as +08:00 knows no summer. */
export function isZoneName(text: string): boolean {
  return /^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(text) && isTimeZone(text);
}

/** The day that a calendar on the wall in that zone shows. Every request asks it. */
export function dayIn(at: Instant, timeZone: string): Day {
  return day(dayFormatFor(timeZone).format(at).padStart("YYYY-MM-DD".length, "0"));
}

/**
 * The moment when clocks in the zone show that time. Of a time shown twice (autumn) it is the first;
 * of one that is skipped (spring) it is as long after the change, as clocks in the zone then show it.
 */
export function atTime(on: Day, time: string, timeZone: string): Instant {
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)) throw new Error(`"${time}" is not a time of day`);
  const wanted = Date.parse(`${on}T${time}:00Z`);
  const offsetAt = (ms: number) => wallClock(new Date(ms), timeZone).getTime() - ms;
  // No zone is more than a day from UTC, so the two cover whatever change may lie between.
  const before = offsetAt(wanted - 86_400_000);
  const after = offsetAt(wanted + 86_400_000);
  const first = wanted - Math.max(before, after);
  if (wallClock(new Date(first), timeZone).getTime() === wanted) return new Date(first);
  const second = wanted - Math.min(before, after);
  if (wallClock(new Date(second), timeZone).getTime() === wanted) return new Date(second);
  return new Date(wanted - before);
}

/** The first moment of the day in the zone, which is not always midnight. */
export function startOfDay(on: Day, timeZone: string): Instant {
  return atTime(on, "00:00", timeZone);
}

/** The last millisecond of the day in the zone: something done then is still in time. */
export function endOfDay(on: Day, timeZone: string): Instant {
  return new Date(startOfDay(addDays(on, 1), timeZone).getTime() - 1);
}
