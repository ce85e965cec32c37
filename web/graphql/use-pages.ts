import { useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { useClient } from "urql";
import { openPages, type PagesRequest, type PagesView } from "./pages.ts";

interface Pages<Node> extends PagesView<Node> {
  readonly more: () => void;
  /** What could not be read is read again. */
  readonly retry: () => void;
  readonly refresh: () => void;
}

/** A list read page by page as its reader comes to the end of it. `read` stands outside the component. */
export function usePages<Data, Variables extends object, Node extends { readonly id: string }>({
  query,
  variables,
  read,
}: PagesRequest<Data, Variables, Node>): Pages<Node> {
  const client = useClient();
  const asked = JSON.stringify(variables);
  // In another language another client asks for the same list: what stands there stays until that has answered.
  const before = useRef<{ readonly of: string; readonly view: PagesView<Node> }>(null);
  const pages = useMemo(() => {
    const shown = before.current?.of === asked ? before.current.view : undefined;
    return openPages(client, { query, variables: JSON.parse(asked) as Variables, read }, shown);
  }, [client, query, asked, read]);
  const view = useSyncExternalStore(pages.subscribe, pages.view);
  useEffect(
    function keepShown() {
      before.current = { of: asked, view };
    },
    [asked, view],
  );
  return { ...view, more: pages.more, retry: pages.retry, refresh: pages.refresh };
}
