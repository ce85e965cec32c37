import type { Language } from "../../i18n/language.ts";

/** "Sat 26 Sep 2026", "2026年9月26日 周六": with its year, to be compared with a slip. */
export function fullDayText(day: string, language: Language): string {
  const [locale, at] = [language === "en" ? "en-GB" : language, new Date(`${day}T12:00:00Z`)];
  const shown = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(at);
  const date = shown({ year: "numeric", month: language === "en" ? "short" : "long", day: "numeric" });
  const weekday = shown({ weekday: "short" });
  return language === "en" ? `${weekday} ${date.replace("Sept", "Sep")}` : `${date} ${weekday}`;
}
