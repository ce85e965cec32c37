import { parse, specifiedRules, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import operations from "../../schema/operations.json" with { type: "json" };
import { limitRules, MOST_TOKENS } from "../../server/graphql/limits.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";

let api: TestApi;
let agent: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  agent = await api.as("SUPPORT_AGENT");
});
afterAll(() => api.close());

/** A refusal of the query itself: the caller's mistake, said as such, and nothing executed. */
async function expectRefused(query: string, variables: object = {}): Promise<void> {
  const { status, body } = await agent.send({ query, variables });
  expect({ status, data: (body as { data?: unknown }).data }).toEqual({ status: 400, data: undefined });
  expect(JSON.stringify(body)).not.toMatch(/node_modules|\n {4}at /);
}

const nested = (depth: number, inner: string): string =>
  depth === 0 ? inner : `referral { case { ${nested(depth - 1, inner)} } }`;

describe("a query that costs too much", () => {
  test.each([
    ["is nested twenty deep", `{ cases(first: 1) { edges { node { ${nested(10, "id")} } } } }`],
    ["has two hundred aliases", `{ ${Array.from({ length: 200 }, (_, n) => `a${n}: viewer { id }`).join(" ")} }`],
    [
      "has two thousand aliases of __typename",
      `{ ${Array.from({ length: 2000 }, (_, n) => `a${n}: __typename`).join(" ")} }`,
    ],
    ["repeats a field five thousand times", `{ ${"__typename ".repeat(5000)} }`],
    ["has sixty directives", `{ viewer { id ${"@include(if: true) ".repeat(60)} } }`],
    [
      "asks a hundred cases for a hundred events with their texts",
      "{ cases(first: 100) { edges { node { events(first: 100) { edges { node { messages { body } facts { name value } } } } } } } }",
    ],
    ["goes in a circle of fragments", "query { ...A } fragment A on Query { ...B } fragment B on Query { ...A }"],
  ])("is refused when it %s", async (_what, query) => {
    await expectRefused(query);
  });

  test.each([0, -1, 101, 99_999_999])("is refused when a page is to have %i rows", async (first) => {
    const { errors } = await agent
      .query("query($first: Int!) { cases(first: $first) { edges { cursor } } }", { first })
      .catch(() => ({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] }));
    expect(errors[0]?.extensions?.code).toMatch(/BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/);
  });

  test("and all that the console asks, does and follows passes", () => {
    const schema = buildApiSchema();
    for (const text of Object.values(operations)) {
      const document = parse(text, { maxTokens: MOST_TOKENS });
      expect(validate(schema, document, [...specifiedRules, ...limitRules]), text.slice(0, 80)).toEqual([]);
    }
  });
});

describe("in production", () => {
  let production: TestApi;
  beforeAll(async () => {
    production = await startTestApi({ production: true });
  });
  afterAll(() => production.close());

  test("a browser's free query is refused, a machine's is answered", async () => {
    const person = await production.as("SUPPORT_AGENT");
    const machine = await production.asMachine(person.staffId);
    const free = await person.send({ query: "{ viewer { name } }" });
    expect(free.status).toBe(400);
    expect(JSON.stringify(free.body)).toContain("PERSISTED_QUERY_NOT_FOUND");
    expect((await machine.query("{ viewer { role } }")).data).toEqual({ viewer: { role: "SUPPORT_AGENT" } });
  });

  test("the hash of a committed document is answered", async () => {
    const person = await production.as("SUPPORT_AGENT");
    const [sha256Hash] =
      Object.entries(operations).find(([, text]) => text.startsWith("query Viewer") || /^query \w+ {/.test(text)) ?? [];
    const { status, body } = await person.send({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
    expect(status).toBe(200);
    expect(body).toHaveProperty("data");
  });

  test("a stranger's document does not become known by its hash", async () => {
    const person = await production.as("SUPPORT_AGENT");
    const query = "{ __typename }";
    const sha256Hash = "8d709d1a3ec0b3b53bc2dd8a4f3d0aef0f8bd5dd5a3e7c0b0b6b6a6b6b6b6b6b";
    await person.send({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });
    expect((await person.send({ extensions: { persistedQuery: { version: 1, sha256Hash } } })).status).toBe(400);
  });

  test.each(["{ __schema { types { name } } }", '{ __type(name: "Case") { name } }'])(
    "%s is refused even to a machine",
    async (query) => {
      const person = await production.as("SUPPORT_AGENT");
      const machine = await production.asMachine(person.staffId);
      expect((await machine.send({ query })).status).toBe(400);
    },
  );

  test("a misspelt field is not corrected", async () => {
    const person = await production.as("SUPPORT_AGENT");
    const machine = await production.asMachine(person.staffId);
    const { body } = await machine.send({ query: "{ viewr { id } }" });
    expect(JSON.stringify(body)).not.toMatch(/did you mean|viewer/i);
  });
});
