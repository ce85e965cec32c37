import type { Language } from "./language.ts";

/** "1,234": grouped as the language groups. */
export function countText(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}

/** "1.3 MB". */
export function bytesText(bytes: number, language: Language): string {
  const [unit, size] = bytes < 1_000_000 ? (["kilobyte", 1000] as const) : (["megabyte", 1_000_000] as const);
  const value = Math.max(bytes / size, 0.1);
  return new Intl.NumberFormat(language, { style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(
    value,
  );
}

export function percentText(share: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: decimals }).format(share);
}
