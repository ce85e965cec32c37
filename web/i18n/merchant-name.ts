import type { Language } from "./language.ts";

/** The merchant's name as the reader's language writes it, where that is known. */
export function merchantName(
  merchant: { readonly name: string; readonly nameZh: string | null },
  language: Language,
): string {
  return language === "zh-CN" ? (merchant.nameZh ?? merchant.name) : merchant.name;
}
