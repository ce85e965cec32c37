/** A day as an address holds it, `2026-11-29`; null where something else stands there, or nothing. */
export function dayWord(text: string | null): string | null {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null;
}
