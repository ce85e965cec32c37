import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";

let api: TestApi;
let agent: SignedIn;
let url: string;
beforeAll(async () => {
  api = await startTestApi();
  agent = await api.as("SUPPORT_AGENT");
  url = `${await api.app.listen({ port: 0, host: "127.0.0.1" })}/graphql`;
});
afterAll(() => api.close());

describe("GraphQL over HTTP", () => {
  test("the specification's audits find no error", async () => {
    const results = await Promise.all(
      serverAudits({
        url,
        // Apollo refuses a GET without a header that a page of another origin cannot send; the audits' own client has it.
        fetchFn: (input: string | URL, init: RequestInit = {}) =>
          fetch(input, {
            ...init,
            headers: {
              ...Object.fromEntries(new Headers(init.headers)),
              cookie: agent.cookie,
              "apollo-require-preflight": "1",
            },
          }),
      }).map((audit) => audit.fn()),
    );
    expect(results.length).toBeGreaterThan(55);
    expect(results.filter(({ status }) => status === "error")).toEqual([]);
    // Apollo answers 400 with application/json where the audits would rather see 200.
    expect(
      results
        .filter(({ status }) => status === "warn")
        .map(({ id }) => id)
        .sort(),
    ).toEqual(["572B", "7B9B", "FDE2"]);
  });

  test.each([
    ["a form", "application/x-www-form-urlencoded", "query=%7B__typename%7D"],
    ["plain text", "text/plain", JSON.stringify({ query: "{ __typename }" })],
    [
      "a list of operations",
      "application/json",
      JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]),
    ],
  ])("%s is refused", async (_what, contentType, body) => {
    const response = await fetch(url, {
      method: "POST",
      body,
      headers: { "content-type": contentType, cookie: agent.cookie },
    });
    expect([400, 415]).toContain(response.status);
  });

  test.each(["{ viewer { id } }", "{ nothing }"])("the answer to %s stays in no cache", async (query) => {
    const response = await fetch(url, {
      method: "POST",
      body: JSON.stringify({ query }),
      headers: { "content-type": "application/json", cookie: agent.cookie },
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("a mutation by GET is refused", async () => {
    const query = encodeURIComponent(
      'mutation { addNote(input: { caseId: "x", expectedVersion: 1, idempotencyKey: "01890000-0000-7000-8000-000000000000", message: "x" }) { __typename } }',
    );
    const response = await fetch(`${url}?query=${query}`, {
      headers: { "apollo-require-preflight": "1", cookie: agent.cookie },
    });
    expect(response.status).toBe(405);
  });

  test("a body of a megabyte is refused before it is read as a query", async () => {
    const { status } = await agent.send({ query: `{ __typename } # ${"x".repeat(1_000_000)}` });
    expect(status).toBe(413);
  });
});

describe("a page of the console", () => {
  const ask = (role: "SUPPORT_AGENT" | "SUPERVISOR", pageOf: string) =>
    api.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { cookie: api.as(role).cookie, "x-page-of": pageOf },
      payload: { query: "{ viewer { id } }" },
    });

  test("is answered as whoever it was drawn for, and as nobody else who has signed in since", async () => {
    const own = toGlobalId("Staff", api.as("SUPPORT_AGENT").staffId);
    expect((await ask("SUPPORT_AGENT", own)).json()).toEqual({ data: { viewer: { id: own } } });
    const foreign = await ask("SUPERVISOR", own);
    expect(foreign.statusCode).toBe(401);
    expect(foreign.json().errors[0].extensions.code).toBe("UNAUTHENTICATED");
    expect(foreign.json().data).toBeUndefined();
  });

  test("learns that its session has ended before anything is done", async () => {
    const pageOf = toGlobalId("Staff", api.as("SUPPORT_AGENT").staffId);
    const answer = await api.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { "x-page-of": pageOf },
      payload: { query: "{ viewer { id } }" },
    });
    expect(answer.statusCode).toBe(401);
  });

  test("learns it from a route beside the API as well", async () => {
    const answer = await api.app.inject({
      method: "POST",
      url: "/imports/settlement/preview",
      headers: {
        cookie: api.as("SUPERVISOR").cookie,
        "x-page-of": toGlobalId("Staff", api.as("SUPPORT_AGENT").staffId),
        "content-type": "text/csv",
      },
      payload: "a,b",
    });
    expect([answer.statusCode, answer.json()]).toMatchObject([401, { code: "UNAUTHENTICATED" }]);
  });
});
