import { keep, kept } from "../ui/browser-store.ts";

/** The two languages of the desk. */
export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

/** Each in its own words, so that a reader finds theirs whatever the screen speaks now. */
export const languageNames: Record<Language, string> = { "zh-CN": "中文", en: "English" };

const place = "redress.language";

export function isLanguage(value: string | null): value is Language {
  return value === "zh-CN" || value === "en";
}

/** What the reader chose, else the first language of their browser that we have, else Chinese. */
export function preferredLanguage(): Language {
  const chosen = kept("localStorage", place);
  if (isLanguage(chosen)) return chosen;
  for (const wanted of navigator.languages) {
    if (wanted.startsWith("zh")) return "zh-CN";
    if (wanted.startsWith("en")) return "en";
  }
  return "zh-CN";
}

export function rememberLanguage(language: Language): void {
  keep("localStorage", place, language);
}

export function otherLanguage(language: Language): Language {
  return language === "zh-CN" ? "en" : "zh-CN";
}
