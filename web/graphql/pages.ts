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
  /** When the server last answered for any of it, in milliseconds; null before. */
  readonly readAt: number | null;
  readonly error: CombinedError | null;
}

export interface PagesRequest<Data, Variables, Node> {
  readonly query: TadaDocumentNode<Data, Variables>;
  readonly variables: Variables;
  readonly read: (data: Data) => Connection<Node>;
}

/** How far somebody had read a list, so that coming back to it shows as much. */
const readBefore = new Map<string, number>();

/** So many of its pages are read anew by whoever comes back; what lies further down is shown as it was left. */
const READ_ANEW = 6;

interface Page<Node> {
  /** It begins behind this. */
  readonly after: string | null;
  readonly connection: Connection<Node> | null;
  /** Why it could not be read when it was last asked for; its rows stay as they were. */
  readonly error: CombinedError | null;
  readonly end: () => void;
}

/**
 * A list read page by page, each a line of its own to the cache: what changes in one row reads its page anew and none of
 * the others, however long the list has become.
 */
export function openPages<Data, Variables extends object, Node extends { readonly id: string }>(
  client: Client,
  { query, variables, read }: PagesRequest<Data, Variables, Node>,
  /** What is shown of the same list already. */
  before?: PagesView<Node>,
) {
  const name = JSON.stringify([query.definitions.map((part) => ("name" in part ? part.name?.value : "")), variables]);
  const listeners = new Set<() => void>();
  let pages: Page<Node>[] = [];
  let wanted = readBefore.get(name) ?? 1;
  const blank: PagesView<Node> = { nodes: [], hasNext: null, loading: true, readAt: null, error: null };
  let view: PagesView<Node> = before === undefined ? blank : { ...before, loading: true, error: null };

  function show(part: Partial<PagesView<Node>>): void {
    view = { ...view, ...part };
    for (const tell of listeners) tell();
  }

  /** Reads a page and stays with it. It is known by its beginning, since others may come to stand before it. */
  function follow(
    at: number,
    after: string | null,
    requestPolicy: RequestPolicy,
    connection: Connection<Node> | null = null,
  ): void {
    let line: (() => void) | null = null;
    let isOver = false;
    const end = () => {
      isOver = true;
      line?.();
    };
    pages = pages.toSpliced(at, 0, { after, connection, error: null, end });
    line = client
      .query(query, { ...variables, after } as Variables, { requestPolicy })
      .subscribe(({ data, error, stale, operation }) => {
        if (isOver) return;
        const here = pages.findIndex((page) => page.after === after);
        const { connection: held = null, error: lost = null } = pages[here] ?? {};
        // Nobody answered; what comes along was read before.
        if (data === undefined || error?.networkError !== undefined) {
          pages = pages.with(here, { after, connection: held, error: error ?? null, end });
          return show({ loading: false, error: firstError() });
        }
        // The cache tells it again when anything in it changes: that is no answer to what was asked in vain.
        const isKnown = operation.context.meta?.cacheOutcome === "hit";
        pages = pages.with(here, { after, connection: read(data), error: isKnown ? lost : null, end });
        closeGap(here);
        const loading = stale || pages.some((page) => page.connection === null && page.error === null);
        show({ ...shown(), loading, readAt: stale || isKnown ? view.readAt : Date.now(), error: firstError() });
        const isLast = here === pages.length - 1;
        if (isLast && pages.length < wanted) next(pages.length < READ_ANEW ? requestPolicy : "cache-first");
      }).unsubscribe;
    if (isOver) line();
  }

  /**
   * A page that was read anew may end before the next one begins: what was pushed past its end is then on neither. It is read
   * as a page in between; what stands on two of them is shown once.
   */
  function closeGap(at: number): void {
    const info = pages[at]?.connection?.pageInfo;
    const last = pages[at]?.connection?.edges.at(-1)?.node.id;
    const later = pages.slice(at + 1);
    if (info?.hasNextPage !== true || info.endCursor === null || later.length === 0) return;
    const goesOn = later.some(
      ({ after, connection }) =>
        after === info.endCursor || connection?.edges.some(({ node }) => node.id === last) === true,
    );
    if (!goesOn) follow(at + 1, info.endCursor, "cache-first");
  }

  function firstError(): CombinedError | null {
    return pages.find(({ error }) => error !== null)?.error ?? null;
  }

  function shown(): Pick<PagesView<Node>, "nodes" | "hasNext"> {
    const read = pages.flatMap(({ connection }) => connection ?? []);
    return { nodes: nodesOf(read), hasNext: read.at(-1)?.pageInfo.hasNextPage ?? null };
  }

  function next(requestPolicy: RequestPolicy): void {
    const last = pages.at(-1)?.connection?.pageInfo;
    if (last?.hasNextPage !== true || last.endCursor === null) return;
    show({ loading: true });
    follow(pages.length, last.endCursor, requestPolicy);
  }

  /** From the top, as it is on the server now; what is shown stays until that is here. */
  function refresh(): void {
    stop();
    wanted = 1;
    readBefore.set(name, wanted);
    show({ loading: true });
    follow(0, null, "network-only");
  }

  /** Each page that could not be read, once more, and none of the others. */
  function retry(): void {
    const lost = pages.filter(({ error }) => error !== null);
    if (lost.length > 0) show({ loading: true });
    for (const page of lost) {
      const at = pages.indexOf(page);
      page.end();
      pages = pages.toSpliced(at, 1);
      follow(at, page.after, "network-only", page.connection);
    }
  }

  function stop(): void {
    for (const { end } of pages) end();
    pages = [];
  }

  return {
    view: () => view,
    subscribe(tell: () => void): () => void {
      listeners.add(tell);
      if (listeners.size === 1) follow(0, null, "cache-and-network");
      return () => {
        listeners.delete(tell);
        if (listeners.size === 0) stop();
      };
    },
    more(): void {
      if (view.loading || view.hasNext !== true) return;
      // Whoever goes on would not see any more that something above was not read.
      if (view.error !== null) retry();
      else {
        wanted = pages.length + 1;
        readBefore.set(name, wanted);
        next("cache-first");
      }
    },
    retry,
    refresh,
  };
}

/** A row that moved while its list was read may stand on two pages. */
function nodesOf<Node extends { readonly id: string }>(pages: readonly Connection<Node>[]): readonly Node[] {
  const byId = new Map<string, Node>();
  for (const { edges } of pages) for (const { node } of edges) if (!byId.has(node.id)) byId.set(node.id, node);
  return [...byId.values()];
}
