import { isLanguage, type Language } from "../../i18n/language.ts";

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
  if (submitted === null) sessionStorage.removeItem(place);
  else sessionStorage.setItem(place, JSON.stringify(submitted));
}

export function keptSubmitted(): Submitted | null {
  try {
    const kept: Partial<Submitted> | null = JSON.parse(sessionStorage.getItem(place) ?? "null");
    const { number, token, caseId = null, next = "", saidIn = null } = kept ?? {};
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
