import { useEffect } from "react";
import type { PagesRequest } from "./pages.ts";
import { usePages } from "./use-pages.ts";

/**
 * A list that somebody chooses from, read to its end page after page: what it lacks could not be chosen. For lists of some
 * hundreds; among more, people search. `read` stands outside the component.
 */
export function useWhole<Data, Variables extends object, Node extends { readonly id: string }>(
  request: PagesRequest<Data, Variables, Node>,
) {
  const pages = usePages(request);
  const { hasNext, loading, error, more } = pages;
  const goesOn = hasNext === true && !loading && error === null;
  useEffect(
    function readOn() {
      if (goesOn) more();
    },
    [goesOn, more],
  );
  return pages;
}
