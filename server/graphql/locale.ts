import { registerEnumType } from "type-graphql";
import type { Locale } from "../request-context.ts";

/** The two languages of the desk, as the wire names them. */
export const LocaleEnum = { ZH_CN: "zh-CN", EN: "en" } as const;
registerEnumType(LocaleEnum, { name: "Locale", description: "Simplified Chinese or English." });

/** The language a reader gets: what they chose, else the first of their browser's that we have, else Chinese. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const wanted = (acceptLanguage ?? "").toLowerCase();
  const english = wanted.indexOf("en");
  const chinese = wanted.indexOf("zh");
  if (english === -1) return "zh-CN";
  return chinese !== -1 && chinese < english ? "zh-CN" : "en";
}

/** The reader's side of a text that is kept in both languages. */
export function localised(text: { readonly zh: string; readonly en: string }, locale: Locale): string {
  return locale === "zh-CN" ? text.zh : text.en;
}
