import { deskTimeZone } from "./desk.ts";
import type { Language } from "./language.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const inZone = { timeZone: deskTimeZone(), ...options };
  const key = language + JSON.stringify(inZone);
  const known = formats.get(key);
  if (known !== undefined) return known;
  // British English writes the day before the month, as the desk's English does: 28 Sep, not Sep 28.
  const fresh = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, inZone);
  formats.set(key, fresh);
  return fresh;
}

/** YYYY-MM-DD of an instant, by the desk's calendar where no other zone is named. */
export function dayOf(instant: string | Date, timeZone = deskTimeZone()): string {
  return format("en", { year: "numeric", month: "2-digit", day: "2-digit", timeZone })
    .formatToParts(new Date(instant))
    .filter(({ type }) => type !== "literal")
    .reverse()
    .map(({ value }) => value)
    .join("-");
}

/** A day without a clock is the same day everywhere. */
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const anywhere = { timeZone: "UTC" } as const;

/** The moment at which the desk's clocks show that time. */
export function deskTime(day: string, time = "00:00"): Date {
  return momentIn(deskTimeZone(), `${day}T${time}`);
}

/**
 * The moment at which clocks in the zone show what a field for day and time holds: "2026-11-29T09:30"; of one that summer
 * skips, as they show it then.
 */
export function momentIn(timeZone: string, typed: string): Date {
  const wanted = Date.parse(`${typed}:00Z`);
  const ahead = (ms: number) =>
    Date.parse(`${exactText(new Date(ms).toISOString(), timeZone).replace(" ", "T")}Z`) - ms;
  // The zone's distance from UTC a day before and after; mostly they are one.
  const [before, after] = [ahead(wanted - dayMs), ahead(wanted + dayMs)];
  const first = wanted - Math.max(before, after);
  return new Date(ahead(first) === wanted - first ? first : wanted - Math.min(before, after));
}

/** The last that such a field takes: some keep typing a year beyond its four digits. */
export const lastTyped = "9999-12-31T23:59";

/** The same by the desk's clocks. */
export function atDesk(typed: string): Date {
  return momentIn(deskTimeZone(), typed);
}

/** The first moment after the day: what is asked "until" it counts it in. */
export function afterDay(day: string): Date {
  return deskTime(new Date(Date.parse(`${day}T12:00:00Z`) + dayMs).toISOString().slice(0, 10));
}

const dayMs = 86_400_000;

/** What people call the desk's time: "北京时间", "China time". */
export function deskZoneName(language: Language): string {
  return zoneName(deskTimeZone(), language);
}

/** What people call a zone's time. */
export function zoneName(timeZone: string, language: Language): string {
  if (timeZone === "Asia/Shanghai") return language === "en" ? "China time" : "北京时间";
  const parts = format(language, { timeZone, timeZoneName: "longGeneric" }).formatToParts(new Date(0));
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
}

const tidy = (text: string) => text.replace(",", "").replace("Sept", "Sep");

/** "16:08". */
export function timeText(instant: string | Date, language: Language, timeZone = deskTimeZone()): string {
  return format(language, { hour: "2-digit", minute: "2-digit", hour12: false, timeZone }).format(new Date(instant));
}

const otherYear = (day: string, now: Date) =>
  day.slice(0, 4) === dayOf(now).slice(0, 4) ? {} : ({ year: "numeric" } as const);

/** "Sat 10 Oct", "10月10日 周六"; the year only where it is not this one. */
export function dayText(day: string, language: Language, now: Date): string {
  const date = plainDayText(day, language, now);
  const weekday = format(language, { weekday: "short", ...anywhere }).format(noonOf(day));
  return language === "en" ? `${weekday} ${date}` : `${date} ${weekday}`;
}

/** "10 Oct", "10月10日"; the year only where it is not this one: where many stand side by side, or no weekday matters. */
export function plainDayText(day: string, language: Language, now: Date): string {
  return tidy(
    format(language, { month: "short", day: "numeric", ...otherYear(day, now), ...anywhere }).format(noonOf(day)),
  );
}

/** "Saturday 10 October", "10月10日 星期六": for a sentence; the year only where it is not this one. */
export function longDayText(day: string, language: Language, now: Date): string {
  const date = format(language, { month: "long", day: "numeric", ...otherYear(day, now), ...anywhere }).format(
    noonOf(day),
  );
  const weekday = format(language, { weekday: "long", ...anywhere }).format(noonOf(day));
  return language === "en" ? `${weekday} ${date}` : `${date} ${weekday}`;
}

/** "Mon" to "Sun", "一" to "日": above the columns of a month, which begin on Monday. */
export function weekdayTexts(language: Language): readonly string[] {
  const name = format(language, { weekday: language === "en" ? "short" : "narrow", ...anywhere });
  return Array.from({ length: 7 }, (_, index) => name.format(noonOf(`2026-06-0${index + 1}`)));
}

/** "Mon 28 Sep 14:06"; "today 16:08", so that a time never stands without its day. */
export function momentText(instant: string, language: Language, now: Date, timeZone = deskTimeZone()): string {
  const day = dayOf(instant, timeZone);
  const time = timeText(instant, language, timeZone);
  return day === dayOf(now, timeZone) ? `${todayText(language)} ${time}` : `${dayText(day, language, now)} ${time}`;
}

/** "10 Oct" of what begins with the day by the zone's clocks; "10 Oct 09:30" of what does within it. */
export function turnText(instant: string, language: Language, now: Date, timeZone = deskTimeZone()): string {
  const day = dayOf(instant, timeZone);
  const text = plainDayText(day, language, now);
  const isFirst = momentIn(timeZone, `${day}T00:00`).getTime() === Date.parse(instant);
  return isFirst ? text : `${text} ${timeText(instant, language, timeZone)}`;
}

/** "today", "今天". */
const todayText = (language: Language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "day");

/** "2026-09-26 18:42:48", to be compared with a slip. */
export function exactText(instant: string, timeZone = deskTimeZone()): string {
  const time = format("en", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone });
  return `${dayOf(instant, timeZone)} ${time.format(new Date(instant))}`;
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "12 min ago", "昨天": from a day on as the calendar counts days; older than a week it is the date. */
export function agoText(instant: string, language: Language, now: Date): string {
  const passed = now.getTime() - new Date(instant).getTime();
  if (passed > 7 * dayMs) return dayText(dayOf(instant), language, now);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  if (passed >= dayMs) return spaced(relative.format(-daysBetween(dayOf(instant), dayOf(now)), "day"));
  for (const [unit, length] of units)
    if (passed >= length) return spaced(relative.format(-Math.floor(passed / length), unit));
  return relative.format(0, "second");
}

const daysBetween = (from: string, to: string) => (noonOf(to).getTime() - noonOf(from).getTime()) / dayMs;

const spaced = (text: string) =>
  text
    .replace("min.", "min")
    .replace("hr.", "h")
    .replace(/(\d)(?=\p{Script=Han})/u, "$1 ");
