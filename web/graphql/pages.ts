import type { TadaDocumentNode } from "gql.tada";
import type { Client, CombinedError, RequestPolicy } from "urql";

/** A Relay connection, as far as a list needs it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

export interface PagesView<Node> {
  readonly nodes: readonly Node[];
  /** Null until the first answer, and again while it is not known. */
  readonly hasNext: boolean | null;
  readonly loading: boolean;
  readonly error: CombinedError | null;
}

export interface PagesRequest<Data, Variables, Node> {
  readonly query: TadaDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly read: (data: Data) => Connection<Node>;
}

/** How far somebody had read a list, so that coming back to it shows as much. */
const readBefore = new Map<string, number>();

/**
 * A list read page by page, each a line of its own to the cache: what changes in one row reads its page anew and none of
 * the others, however long the list has become.
 */
export function openPages<Data, Variables extends object, Node extends { readonly id: string }>(
  client: Client,
  { query, variables, read }: PagesRequest<Data, Variables, Node>,
) {
  const name = JSON.stringify([query.definitions.map((part) => ("name" in part ? part.name?.value : "")), variables]);
  const listeners = new Set<() => void>();
  let pages: Connection<Node>[] = [];
  let lines: (() => void)[] = [];
  let wanted = readBefore.get(name) ?? 1;
  let view: PagesView<Node> = { nodes: [], hasNext: null, loading: true, error: null };

  function show(part: Partial<PagesView<Node>>): void {
    view = { ...view, ...part };
    for (const tell of listeners) tell();
  }

  function follow(at: number, after: string | null, requestPolicy: RequestPolicy): void {
    const line = client
      .query(query, { ...variables, after } as Variables, { requestPolicy })
      .subscribe(({ data, error, stale }) => {
        if (data === undefined) return show({ error: error ?? null, loading: false });
        const page = read(data);
        pages = [...pages.slice(0, at), page, ...pages.slice(at + 1)];
        const { hasNextPage, endCursor } = pages.at(-1)?.pageInfo ?? page.pageInfo;
        show({
          nodes: nodesOf(pages),
          hasNext: hasNextPage,
          loading: stale || lines.length > pages.length,
          error: null,
        });
        if (hasNextPage && endCursor !== null && pages.length === at + 1 && lines.length <= at + 1 && wanted > at + 1)
          next(endCursor);
      });
    lines[at] = line.unsubscribe;
  }

  function next(after: string): void {
    const at = pages.length;
    lines[at] ??= () => undefined;
    show({ loading: true });
    follow(at, after, "cache-first");
  }

  function stop(): void {
    for (const end of lines) end();
    lines = [];
  }

  return {
    view: () => view,
    subscribe(tell: () => void): () => void {
      listeners.add(tell);
      if (listeners.size === 1) {
        pages = [];
        follow(0, null, "cache-and-network");
      }
      return () => {
        listeners.delete(tell);
        if (listeners.size === 0) stop();
      };
    },
    more(): void {
      const last = pages.at(-1)?.pageInfo;
      if (view.loading || last?.hasNextPage !== true || last.endCursor === null) return;
      wanted = pages.length + 1;
      readBefore.set(name, wanted);
      next(last.endCursor);
    },
    /** From the top, as it is on the server now; what is shown stays until that is here. */
    refresh(): void {
      stop();
      wanted = 1;
      readBefore.set(name, wanted);
      pages = [];
      show({ loading: true });
      follow(0, null, "network-only");
    },
  };
}

/** A row that moved while its list was read may stand on two pages. */
function nodesOf<Node extends { readonly id: string }>(pages: readonly Connection<Node>[]): readonly Node[] {
  const byId = new Map<string, Node>();
  for (const { edges } of pages) for (const { node } of edges) if (!byId.has(node.id)) byId.set(node.id, node);
  return [...byId.values()];
}
