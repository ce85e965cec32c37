import type { Language } from "./language.ts";

/** A merchant's or a bank's name in the reader's language, where it has one. */
export function nameIn(
  language: Language,
  { name, nameZh }: { readonly name: string; readonly nameZh: string | null },
): string {
  return language === "zh-CN" ? (nameZh ?? name) : name;
}
