import type { Language } from "./language.ts";

/** The desk's own zone: a deadline is read by the calendar that it is counted by, wherever the reader sits. */
export const deskTimeZone = "Asia/Shanghai";

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  const known = formats.get(key);
  if (known !== undefined) return known;
  // British English writes the day before the month, as the desk's English does: 28 Sep, not Sep 28.
  const fresh = new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { timeZone: deskTimeZone, ...options });
  formats.set(key, fresh);
  return fresh;
}

/** YYYY-MM-DD of an instant, by the desk's calendar. */
export function dayOf(instant: string | Date): string {
  return format("en", { year: "numeric", month: "2-digit", day: "2-digit" })
    .formatToParts(new Date(instant))
    .filter(({ type }) => type !== "literal")
    .reverse()
    .map(({ value }) => value)
    .join("-");
}

const noonOf = (day: string) => new Date(`${day}T12:00:00+08:00`);

const tidy = (text: string) => text.replace(",", "").replace("Sept", "Sep");

/** "16:08". */
export function timeText(instant: string | Date, language: Language): string {
  return format(language, { hour: "2-digit", minute: "2-digit", hour12: false }).format(new Date(instant));
}

/** "Sat 10 Oct", "10月10日 周六"; the year only where it is not this one. */
export function dayText(day: string, language: Language, now: Date): string {
  const date = plainDayText(day, language, now);
  const weekday = format(language, { weekday: "short" }).format(noonOf(day));
  return language === "en" ? `${weekday} ${date}` : `${date} ${weekday}`;
}

/** "10 Oct", "10月10日": where many stand side by side. */
export function shortDayText(day: string, language: Language): string {
  return tidy(format(language, { month: "short", day: "numeric" }).format(noonOf(day)));
}

/** "10 Oct", "10月10日"; the year only where it is not this one: for spans of months, where no weekday matters. */
export function plainDayText(day: string, language: Language, now: Date): string {
  const year = day.slice(0, 4) === dayOf(now).slice(0, 4) ? {} : ({ year: "numeric" } as const);
  return tidy(format(language, { month: "short", day: "numeric", ...year }).format(noonOf(day)));
}

/** "Saturday 10 October", "10月10日 星期六": for a sentence. */
export function longDayText(day: string, language: Language): string {
  const date = format(language, { month: "long", day: "numeric" }).format(noonOf(day));
  const weekday = format(language, { weekday: "long" }).format(noonOf(day));
  return language === "en" ? `${weekday} ${date}` : `${date} ${weekday}`;
}

/** "Mon 28 Sep 14:06"; "today 16:08", so that a time never stands without its day. */
export function momentText(instant: string, language: Language, now: Date): string {
  const day = dayOf(instant);
  const time = timeText(instant, language);
  return day === dayOf(now) ? `${todayText(language)} ${time}` : `${dayText(day, language, now)} ${time}`;
}

/** "today", "今天". */
const todayText = (language: Language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0, "day");

/** "2026-09-26 18:42:48", to be compared with a slip. */
export function exactText(instant: string): string {
  const time = format("en", { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
  return `${dayOf(instant)} ${time.format(new Date(instant))}`;
}

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** "12 min. ago", "昨天"; older than a week it is the date. */
export function agoText(instant: string, language: Language, now: Date): string {
  const passed = now.getTime() - new Date(instant).getTime();
  if (passed > 7 * 86_400_000) return dayText(dayOf(instant), language, now);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  for (const [unit, length] of units)
    if (passed >= length) return spaced(relative.format(-Math.floor(passed / length), unit));
  return relative.format(0, "second");
}

const spaced = (text: string) =>
  text
    .replace("min.", "min")
    .replace("hr.", "h")
    .replace(/(\d)(?=\p{Script=Han})/u, "$1 ");
