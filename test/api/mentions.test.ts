import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { caseRow, type GivenCase, givenCase } from "../support/given-case.ts";
import { whatIsStored } from "../support/what-is-stored.ts";

let api: TestApi;
let agent: SignedIn;
let called: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  agent = api.as("SUPPORT_AGENT");
  called = await api.another("SUPERVISOR");
});
afterAll(() => api.close());

async function note(found: GivenCase, mentions: readonly string[], key: string = newId()) {
  const { version } = await caseRow(api, found.caseId);
  const { data } = await agent.query<{ addNote: { __typename: string; reasons?: { code: string }[] } }>(
    "mutation ($input: AddNoteInput!) { addNote(input: $input) { __typename ... on ActionRefused { reasons { code } } } }",
    {
      input: {
        ...{ caseId: found.id, expectedVersion: version, idempotencyKey: key },
        ...{ message: "@Chen Jing she went to her bank as well.", mentions },
      },
    },
  );
  return data.addNote;
}

interface MentionList {
  readonly viewer: { readonly unreadMentions: number };
  readonly mentions: {
    readonly edges: readonly {
      readonly node: { readonly case: { readonly number: string }; readonly readAt: string | null };
    }[];
  };
}

interface Page {
  mentions: {
    edges: { node: { case: { number: string } } }[];
    pageInfo: { endCursor: string; hasNextPage: boolean };
  };
}

async function mentionsOf(client: ApiClient, unread = false): Promise<MentionList> {
  const { data } = await client.query<MentionList>(
    "query ($unread: Boolean!) { viewer { unreadMentions } mentions(unread: $unread) { edges { node { readAt case { number } event { messages { body mentions { name } } } } } } }",
    { unread },
  );
  return data;
}

const idOf = ({ staffId }: SignedIn) => toGlobalId("Staff", staffId);

describe("a colleague whom a note calls", () => {
  test("finds it among their mentions, new until they have read it; nobody else does", async () => {
    const found = await givenCase(api);
    const before = await mentionsOf(called);
    expect((await note(found, [idOf(called), idOf(called)])).__typename).toBe("CaseActionDone");
    const after = await mentionsOf(called, true);
    expect(after.viewer.unreadMentions).toBe(before.viewer.unreadMentions + 1);
    expect(after.mentions.edges[0]?.node).toMatchObject({
      case: { number: found.number },
      readAt: null,
      event: { messages: [{ mentions: [{ name: expect.stringContaining("SUPERVISOR") }] }] },
    });
    expect((await mentionsOf(agent)).mentions.edges).toEqual([]);
    const { data } = await called.query<{ readMentions: number }>(
      "mutation ($caseId: ID!) { readMentions(caseId: $caseId) }",
      { caseId: found.id },
    );
    expect(data.readMentions).toBe(before.viewer.unreadMentions);
    expect((await mentionsOf(called)).mentions.edges[0]?.node.readAt).not.toBeNull();
    expect((await mentionsOf(called, true)).mentions.edges).toHaveLength(before.mentions.edges.length);
  });

  test("is called once, however often the same note is sent", async () => {
    const found = await givenCase(api);
    const key = newId();
    await note(found, [idOf(called)], key);
    await note(found, [idOf(called)], key);
    const rows = await api.house.db
      .selectFrom("case_mention")
      .selectAll()
      .where("case_id", "=", found.caseId)
      .execute();
    expect(rows).toHaveLength(1);
  });

  test.each([
    ["is a shop's", () => idOf(api.as("MERCHANT_VERIFIER"))],
    ["is a trainer, who sees no cases", () => idOf(api.as("TRAINER"))],
    ["is not there", () => toGlobalId("Staff", newId())],
    ["is garbled", () => "x"],
  ])("who %s makes the note refused, and nothing is written", async (_why, id) => {
    const found = await givenCase(api);
    const before = await whatIsStored(api.house.db, found.caseId);
    expect(await note(found, [idOf(called), id()])).toMatchObject({ reasons: [{ code: "UNKNOWN_COLLEAGUE" }] });
    expect(await whatIsStored(api.house.db, found.caseId)).toEqual(before);
  });

  test("is read a page at a time, the latest first", async () => {
    const reader = await api.another("SUPPORT_AGENT");
    const cases = [await givenCase(api), await givenCase(api), await givenCase(api)];
    for (const found of cases) await note(found, [idOf(reader)]);
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const { data }: { data: Page } = await reader.query<Page>(
        "query ($after: String) { mentions(first: 2, after: $after) { edges { node { case { number } } } pageInfo { endCursor hasNextPage } } }",
        { after },
      );
      seen.push(...data.mentions.edges.map(({ node }) => node.case.number));
      if (!data.mentions.pageInfo.hasNextPage) break;
      after = data.mentions.pageInfo.endCursor;
    }
    expect(seen).toEqual(cases.map(({ number }) => number).reverse());
  });
});
