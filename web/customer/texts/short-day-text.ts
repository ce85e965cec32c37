import type { Language } from "../../i18n/language.ts";

/** "12 Sep", "9月12日". */
export function shortDayText(day: string, language: Language): string {
  const options = { month: "short", day: "numeric", timeZone: "UTC" } as const;
  const locale = language === "en" ? "en-GB" : language;
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T12:00:00Z`)).replace("Sept", "Sep");
}
