import { isLanguage, type Language } from "../../i18n/language.ts";
import { keep, kept } from "../../ui/browser-store.ts";

/** The request is with the desk. Kept in the tab, so that a reload does not lose the link. */
export interface Submitted {
  readonly number: string;
  readonly token: string;
  readonly caseId: string | null;
  /** What happens next, as the desk said it in that language. */
  readonly next: string;
  readonly saidIn: Language | null;
}

const place = "redress.submitted";

export function keepSubmitted(submitted: Submitted | null): void {
  keep("sessionStorage", place, submitted === null ? null : JSON.stringify(submitted));
}

export function keptSubmitted(): Submitted | null {
  try {
    const found: Partial<Submitted> | null = JSON.parse(kept("sessionStorage", place) ?? "null");
    const { number, token, caseId = null, next = "", saidIn = null } = found ?? {};
    if (number === undefined || token === undefined) return null;
    return { number, token, caseId, next, saidIn: isLanguage(saidIn) ? saidIn : null };
  } catch {
    // Cut short: as if nothing had been kept.
    return null;
  }
}

export function linkOf(token: string): string {
  return `${location.origin}/r/${token}`;
}
