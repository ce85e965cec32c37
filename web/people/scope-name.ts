import type { Language } from "../i18n/language.ts";
import { nameIn } from "../i18n/name-in.ts";

/** Whose staff somebody is; empty for the desk's own. */
export function scopeName(
  of: { readonly name: string; readonly nameZh: string | null } | null,
  language: Language,
): string {
  return of === null ? "" : nameIn(language, of);
}
