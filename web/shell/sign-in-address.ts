/** Where to sign in, and where to go on afterwards. */
export function signInAddress({ pathname, search }: { readonly pathname: string; readonly search: string }): string {
  if (pathname === "/sign-in") return `${pathname}${search}`;
  const next = `${pathname}${search}`;
  return next === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ next })}`;
}

/** The page to go back to; only our own pages, never an address that somebody put into a link. */
export function nextAddress(search: URLSearchParams): string {
  const next = search.get("next");
  return next !== null && /^\/(?![/\\])/.test(next) ? next : "/";
}

/** Where a window that was opened to sign in ends: it tells the others, and shuts itself. */
export const signedInPage = "/sign-in?done";
