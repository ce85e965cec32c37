import type { ResultOf } from "gql.tada";
import { describe, expect, test, vi } from "vitest";
import { makeClient } from "../../web/graphql/client.ts";
import { openPages } from "../../web/graphql/pages.ts";
import { QueuePageQuery } from "../../web/pages/queue/queue-operations.ts";
import { wholeDesk } from "./whole-desk.ts";

const read = ({ cases }: ResultOf<typeof QueuePageQuery>) => cases;

const order = "vwxyzabcpdef";

/** A list in pages of two, as the server has it at the moment. */
function aList(filter: { readonly merchantId: string }) {
  const list = { now: [] as string[], isUp: true, lost: [] as unknown[], numbers: "" };
  const { asked } = wholeDesk(({ variables: { after } }) => {
    if (!list.isUp || list.lost.includes(after)) return null;
    // A cursor holds though its row is gone.
    const behind = list.now.findIndex((id) => after === null || order.indexOf(id) > order.indexOf(String(after)));
    const from = behind < 0 ? list.now.length : behind;
    const shown = list.now.slice(from, from + 2);
    const pageInfo = { hasNextPage: from + 2 < list.now.length, endCursor: shown.at(-1) ?? null };
    return { cases: { edges: shown.map((id) => ({ node: { id, number: id + list.numbers } })), pageInfo } };
  });
  const client = makeClient({ language: "en", onSignedOut: () => undefined });
  return {
    list,
    asked,
    client,
    open() {
      const pages = openPages(client, { query: QueuePageQuery, variables: { filter, orderBy: null }, read });
      const shut = pages.subscribe(() => undefined);
      const ids = () => pages.view().nodes.map(({ id }) => id);
      const shows = (expected: string) =>
        vi.waitFor(() => {
          expect(pages.view().loading).toBe(false);
          expect(ids().join("")).toBe(expected);
        });
      return { ...pages, ids, shows, shut };
    },
  };
}

describe("a list read page by page", () => {
  test("loses nothing of what came before it while its reader was away", async () => {
    const { list, open } = aList({ merchantId: "away" });
    list.now = [..."abcdef"];
    const first = open();
    await first.shows("ab");
    first.more();
    await first.shows("abcd");
    first.more();
    await first.shows("abcdef");
    first.shut();
    list.now = [..."vwxyzabcdef"];
    const again = open();
    // What was known is there at once.
    expect(again.ids().join("")).toBe("abcdef");
    await again.shows("vwxyzabcdef");
    again.shut();
  });

  test("shows what came between its pages, and nothing twice", async () => {
    const { list, open } = aList({ merchantId: "between" });
    list.now = [..."abcdef"];
    const first = open();
    await first.shows("ab");
    first.more();
    await first.shows("abcd");
    first.shut();
    list.now = [..."acpdef"];
    const again = open();
    await again.shows("acp");
    again.more();
    await again.shows("acpde");
    again.shut();
  });

  test("asks again for a page that could not be read", async () => {
    const { list, open } = aList({ merchantId: "lost" });
    list.now = [..."abcd"];
    const pages = open();
    await pages.shows("ab");
    list.isUp = false;
    pages.more();
    await vi.waitFor(() => expect(pages.view().error).not.toBeNull());
    list.isUp = true;
    pages.more();
    await pages.shows("abcd");
    expect(pages.view().error).toBeNull();
    pages.shut();
  });

  test("whose known rows nobody could read anew says so until just those are read", async () => {
    const { list, asked, open } = aList({ merchantId: "known" });
    list.now = [..."abcd"];
    const first = open();
    await first.shows("ab");
    first.shut();
    list.isUp = false;
    list.now = [..."zabcd"];
    const again = open();
    await vi.waitFor(() => expect(again.view().error).not.toBeNull());
    expect(again.ids().join("")).toBe("ab");
    list.isUp = true;
    again.retry();
    await again.shows("za");
    expect(again.view().error).toBeNull();
    expect(asked.map(({ variables: { after } }) => after)).toEqual([null, null, null]);
    again.shut();
  });

  test("forgets no page that could not be read over another that could", async () => {
    const { list, open } = aList({ merchantId: "one of two" });
    list.now = [..."abcdef"];
    const first = open();
    await first.shows("ab");
    first.more();
    await first.shows("abcd");
    first.shut();
    list.lost = [null];
    const again = open();
    await vi.waitFor(() => expect(again.view().error).not.toBeNull());
    await vi.waitFor(() => expect(again.view().readAt).not.toBeNull());
    expect(again.view().error).not.toBeNull();
    expect(again.ids().join("")).toBe("abcd");
    list.lost = [];
    again.more();
    await vi.waitFor(() => expect(again.view().error).toBeNull());
    await again.shows("abcd");
    again.shut();
  });

  test("keeps its rows where reading it anew finds nobody, says so, and is read from the top by whoever goes on", async () => {
    const { list, open } = aList({ merchantId: "anew" });
    list.now = [..."abcd"];
    const pages = open();
    await pages.shows("ab");
    const before = pages.view().readAt;
    list.isUp = false;
    pages.refresh();
    await vi.waitFor(() => expect(pages.view().error).not.toBeNull());
    expect(pages.ids().join("")).toBe("ab");
    expect(pages.view()).toMatchObject({ loading: false, readAt: before });
    list.isUp = true;
    list.now = [..."zabcd"];
    pages.more();
    await pages.shows("za");
    expect(pages.view().error).toBeNull();
    pages.shut();
  });

  test("is no newer for what the cache tells of a row of it", async () => {
    const { list, client, open } = aList({ merchantId: "told" });
    list.now = [..."ab"];
    const pages = open();
    await pages.shows("ab");
    const before = pages.view().readAt;
    await new Promise((resolve) => setTimeout(resolve, 5));
    list.numbers = " anew";
    await client.query(QueuePageQuery, { filter: { merchantId: "another" }, orderBy: null, after: null }).toPromise();
    await vi.waitFor(() => expect(JSON.stringify(pages.view().nodes)).toContain("a anew"));
    expect(before).not.toBeNull();
    expect(pages.view().readAt).toBe(before);
    pages.shut();
  });
});
