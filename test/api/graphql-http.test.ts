import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
