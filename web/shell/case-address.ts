/** The number of the case that a page is about; null for every other page. */
export function caseNumberIn(pathname: string): string | null {
  return /^\/cases\/(RD-[^/]+)/.exec(pathname)?.[1] ?? null;
}

/** The same, and in a list the case whose preview is open beside it. */
export function caseChosenIn({
  pathname,
  search,
}: {
  readonly pathname: string;
  readonly search: string;
}): string | null {
  const isList = pathname === "/queue" || pathname === "/cases";
  return isList ? new URLSearchParams(search).get("case") : caseNumberIn(pathname);
}
