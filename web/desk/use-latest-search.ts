import { useCallback } from "react";
import { type NavigateOptions, useSearchParams } from "react-router";

export type ChangeSearch = (change: (now: URLSearchParams) => URLSearchParams, options?: NavigateOptions) => void;

/** What the address says, as the page has drawn it, and how to change it: from the address as it is now, drawn or not. */
export function useLatestSearch(): readonly [URLSearchParams, ChangeSearch] {
  const [search, setSearch] = useSearchParams();
  const change: ChangeSearch = useCallback(
    (make, options) => setSearch(make(new URLSearchParams(window.location.search)), options),
    [setSearch],
  );
  return [search, change];
}
