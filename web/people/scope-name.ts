import type { Language } from "../i18n/language.ts";

/** A merchant's or a bank's name in the reader's language, where it has one. */
export function scopeName(
  of: { readonly name: string; readonly nameZh: string | null } | null,
  language: Language,
): string {
  return of === null ? "" : language === "zh-CN" ? (of.nameZh ?? of.name) : of.name;
}
