import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { sha256 } from "../../server/platform/journal.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { type Seeds, seedTwoCases } from "../support/authorization-seeds.ts";
import { Visitor } from "../support/visitor.ts";

let api: TestApi;
let seeds: Seeds;
let url: string;
beforeAll(async () => {
  api = await startTestApi();
  seeds = await seedTwoCases(api);
  url = `${await api.app.listen({ port: 0, host: "127.0.0.1" })}/graphql/stream`;
});
afterAll(() => api.close());

const CASE =
  "subscription($id: ID!) { caseChanged(id: $id) { id version events(last: 1) { edges { node { kind } } } } }";
const QUEUE = "subscription($filter: CaseFilter) { queueChanged(filter: $filter) { id case { id state } } }";

/** Opens a stream and gives what comes, as text, until something matches or the time is over. */
async function listen(
  who: Readonly<Record<string, string>>,
  body: object,
  until: RegExp,
  withinMs: number,
  meanwhile: () => Promise<unknown>,
): Promise<string> {
  const leaving = new AbortController();
  const response = await fetch(url, {
    method: "POST",
    signal: leaving.signal,
    headers: { "content-type": "application/json", accept: "text/event-stream", ...who },
    body: JSON.stringify(body),
  });
  expect(response.status).toBe(200);
  await meanwhile();
  const timer = setTimeout(() => leaving.abort(), withinMs);
  let heard = "";
  try {
    for await (const chunk of response.body ?? []) {
      heard += Buffer.from(chunk).toString("utf8");
      if (until.test(heard)) break;
    }
  } catch (error) {
    if (!leaving.signal.aborted) throw error;
  }
  clearTimeout(timer);
  leaving.abort();
  return heard;
}

async function note(id: string): Promise<void> {
  const agent = api.as("SUPPORT_AGENT");
  const { data } = await agent.query<{ case: { version: number } }>("query($id: ID!) { case(id: $id) { version } }", {
    id,
  });
  const input = { caseId: id, expectedVersion: data.case.version, idempotencyKey: newId(), message: "Seen." };
  const answer = await agent.query<{ addNote: { __typename: string } }>(
    "mutation($input: AddNoteInput!) { addNote(input: $input) { __typename } }",
    { input },
  );
  expect(answer.data.addNote.__typename).toBe("CaseActionDone");
}

describe("live views", () => {
  test("who watches a case hears of each change, read anew", async () => {
    const { cookie } = api.as("SUPPORT_AGENT");
    const heard = await listen({ cookie }, { query: CASE, variables: { id: seeds.own.id } }, /ADD_NOTE/, 10_000, () =>
      note(seeds.own.id),
    );
    expect(heard).toContain("ADD_NOTE");
  });

  test("the queue tells a merchant's verifier of their own merchant's cases only", async () => {
    const { cookie } = api.as("MERCHANT_VERIFIER");
    const heard = await listen(
      { cookie },
      { query: QUEUE, variables: {} },
      new RegExp(seeds.own.id),
      10_000,
      async () => {
        await note(seeds.other.id);
        await note(seeds.own.id);
      },
    );
    expect(heard).toContain(seeds.own.id);
    expect(heard).not.toContain(seeds.other.id);
  });

  test("whoever leaves the desk hears nothing more", async () => {
    const { cookie, staffId } = api.as("SUPERVISOR");
    const staff = api.house.db.updateTable("staff").where("id", "=", staffId);
    const body = { query: CASE, variables: { id: seeds.own.id } };
    const heard = await listen({ cookie }, body, /complete|ADD_NOTE/, 10_000, async () => {
      await staff.set({ active: false }).execute();
      await note(seeds.own.id);
    });
    await staff.set({ active: true }).execute();
    expect(heard).toContain("complete");
    expect(heard).not.toContain("ADD_NOTE");
  });

  test("a session that was ended hears nothing more, though its owner is still of the desk", async () => {
    const { cookie } = await api.another("SUPPORT_AGENT");
    const body = { query: CASE, variables: { id: seeds.own.id } };
    const heard = await listen({ cookie }, body, /complete|ADD_NOTE/, 10_000, async () => {
      const visitor = new Visitor(api.app, api.login.publicUrl);
      visitor.cookie = cookie;
      expect((await visitor.post("/api/auth/sign-out", {})).status).toBe(200);
      await note(seeds.own.id);
    });
    expect(heard).toContain("complete");
    expect(heard).not.toContain("ADD_NOTE");
  });

  test("whoever came by a private link that was replaced hears nothing more", async () => {
    const { linkToken, id, caseId } = seeds.own;
    const lost = api.house.db.updateTable("cases").where("id", "=", caseId);
    const body = { query: "subscription($id: ID!) { caseChanged(id: $id) { id version } }", variables: { id } };
    const heard = await listen({ "x-case-token": linkToken }, body, /complete|version/, 10_000, async () => {
      await lost.set({ link_hash: sha256("another link of this case") }).execute();
      await note(id);
    });
    await lost.set({ link_hash: sha256(linkToken) }).execute();
    expect(heard).toContain("complete");
    expect(heard).not.toContain("version");
  });

  test("a case that is not one's own is silent", async () => {
    const { cookie } = api.as("MERCHANT_VERIFIER");
    const heard = await listen({ cookie }, { query: CASE, variables: { id: seeds.other.id } }, /version/, 1500, () =>
      note(seeds.other.id),
    );
    expect(heard).not.toMatch(/version|ADD_NOTE/);
  });

  test("a page of another origin is refused", async () => {
    const { cookie } = api.as("SUPPORT_AGENT");
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "text/event-stream",
        origin: "https://elsewhere.example",
        cookie,
      },
      body: JSON.stringify({ query: QUEUE }),
    });
    expect(response.status).toBe(403);
  });
});
