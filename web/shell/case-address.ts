/** The number of the case that a page is about; null for every other page. */
export function caseNumberIn(pathname: string): string | null {
  return /^\/cases\/(RD-[^/]+)/.exec(pathname)?.[1] ?? null;
}
