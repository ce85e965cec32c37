import { isEnumType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { atOnce, documentOf, newVisitor, send } from "../support/bad-input.ts";
import { badPlaces, withValue } from "../support/bad-values.ts";
import { nextYear, paperOf } from "../support/calendar-paper.ts";
import { newCase } from "../support/case-stages.ts";
import { countRows } from "../support/what-is-stored.ts";

const schema = buildApiSchema();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** The types of which everything has been tried that they refuse. */
const seen = new Set<string>();
const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ args }) => args.length > 0);

/** What a query needs before one thing in it can be wrong. */
const queryArguments: Readonly<Record<string, () => Promise<Readonly<Record<string, unknown>>>>> = {
  duplicatesOf: async () => ({ transactionId: toGlobalId("Transaction", newId()) }),
  findPayment: async () => ({
    slip: { reference: "A-1", cardLast4: "1111", paid: { minor: "1000", currency: "CNY" } },
  }),
  importErrors: async () => ({ importId: toGlobalId("ImportRun", newId()) }),
  importRun: async () => ({ id: toGlobalId("ImportRun", newId()) }),
  node: async () => ({ id: toGlobalId("Case", newId()) }),
  previewCalendarYear: async () => ({ paper: paperOf(await nextYear(api.house.db)) }),
  quiz: async () => ({ id: toGlobalId("Quiz", newId()) }),
  trackedCase: async () => ({ token: (await newCase(api)).token }),
  transaction: async () => ({ id: toGlobalId("Transaction", newId()) }),
};

/** Cursors that are well made, and not by us. */
const garbledCursors = [
  ["x"],
  ["x", "y"],
  ["x", "y", "z"],
  [newId()],
  ["9999-12-31T23:59:59.999Z", newId()],
  ["+275760-09-13T00:00:00.000Z", newId()],
  ["-271821-04-20T00:00:00.000Z", newId()],
  ["2026-01-01T00:00:00.000Z", "x"],
  ["", ""],
  ["\0", "\0"],
  ["99999999999999999999", newId()],
  ["9007199254740991"],
  ["3000000000"],
  ["-1"],
  ["1.5"],
  [""],
  ["\0", newId()],
  ["\ud800", newId()],
  ["-1", newId()],
  ["1.5", newId()],
  ["null", newId()],
  [null, null],
  { length: 2 },
  "text",
  1,
].map((values) => Buffer.from(JSON.stringify(values)).toString("base64url"));

describe.each(queries.map((field) => [field.name, field] as const))("query %s", (name, field) => {
  const document = documentOf("query", field);
  const asked = () => queryArguments[name]?.() ?? Promise.resolve({});

  test("whatever stands in its arguments, it answers or refuses", async () => {
    const before = await asked();
    const rows = await countRows(api.house.db);
    for (const { path, values } of badPlaces(field.args, seen))
      await atOnce(values, async (value) => {
        await send(api.as("SUPERVISOR"), document, withValue(before, path, value));
        await send(newVisitor(api), document, withValue(before, path, value));
      });
    expect(await countRows(api.house.db)).toEqual(rows);
  }, 60_000);
});

const caseOrder = schema.getType("CaseOrder");
const caseOrders = isEnumType(caseOrder) ? caseOrder.getValues().map(({ name }) => name) : [];
const lists = queries.filter(({ args }) => args.some((arg) => arg.name === "after"));

test.each(lists.map((field) => [field.name, field] as const))(
  "%s: a cursor that it did not make is refused",
  async (name, field) => {
    const before = (await queryArguments[name]?.()) ?? {};
    const orders: readonly object[] = name === "cases" ? caseOrders.map((orderBy) => ({ orderBy })) : [{}];
    for (const order of orders)
      await atOnce(garbledCursors, async (after) => {
        const variables = { ...before, ...order, after };
        await send(api.as("SUPERVISOR"), documentOf("query", field), variables);
      });
  },
);

test("the arguments inside a case and inside its money are judged like those outside", async () => {
  const { id } = await newCase(api);
  const events = schema.getType("Case");
  const field = events !== undefined && "getFields" in events ? events.getFields()["events"] : undefined;
  if (field === undefined || !("args" in field)) throw new Error("a case has no events");
  const document = `query ($id: ID!, $after: String, $first: Int, $last: Int) {
    case(id: $id) { events(after: $after, first: $first, last: $last) { __typename } } }`;
  for (const { path, values } of badPlaces(field.args, seen))
    for (const value of values) await send(api.as("SUPERVISOR"), document, withValue({ id }, path, value));
  for (const after of garbledCursors) await send(api.as("SUPERVISOR"), document, { id, after });
  const formatted = "query ($id: ID!, $locale: Locale) { case(id: $id) { amount { formatted(locale: $locale) } } }";
  for (const locale of ["", "xx", "\0", 1, [], {}, null]) await send(api.as("SUPERVISOR"), formatted, { id, locale });
});

describe("what is written into the document itself", () => {
  test.each([
    '{ case(number: "\\u0000") { id } }',
    '{ case(number: "\\uD800") { id } }',
    '{ case(number: """\0""") { id } }',
    '{ case(id: "\\u0000") { id } }',
    '{ trackedCase(token: "aaaaaaaaaaaaaaaaaaaa\\u0000") { __typename } }',
    '{ findPayment(slip: { reference: "A\\u0000", cardLast4: "1111", paid: { minor: 1, currency: "CNY" } }) { __typename } }',
    '{ transactions(filter: { text: "\\u0000" }) { __typename } }',
    'query ($text: String = "\\u0000") { transactions(filter: { text: $text }) { __typename } }',
    '{ transactions(filter: { processedFrom: "0000-01-01T00:00:00Z" }) { __typename } }',
    "{ cases(filter: { amountAtLeastMinor: 99999999999999999999 }) { __typename } }",
    "{ cases(filter: { amountAtLeastMinor: -9223372036854775808 }) { __typename } }",
    "{ cases(filter: { amountAtLeastMinor: 1.5 }) { __typename } }",
    "{ cases(first: 99999999999) { __typename } }",
    '{ cases(filter: { states: "NEW\\u0000" }) { __typename } }',
    `{ cases(filter: { states: [${"NEW ".repeat(2_000)}] }) { __typename } }`,
    "{ cases(filter: { dueBefore: NEW }) { __typename } }",
    "{",
    "{}",
    "",
    "\0",
    "query A { viewer { id } } query B { viewer { id } }",
    "subscription { caseChanged(id: 1) { id } }",
    `{ ${"viewer { id } ".repeat(2_000)} }`,
    `{ case${"(".repeat(2_000)}`,
    "{ __proto__ constructor }",
  ])("%j is answered or refused", async (query) => {
    await send(api.as("SUPERVISOR"), query, {});
  });

  test("variables nested without end, and names that objects have by themselves, are no mistake of ours", async () => {
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    for (const variables of [deep, '{"__proto__":{"x":1}}', '{"constructor":{"prototype":{}}}', "[]", '"x"', "1"]) {
      const body = `{"query":"{ viewer { id } }","variables":${variables === deep ? `{"x":${deep}}` : variables}}`;
      const { status } = await api.as("SUPERVISOR").send(body);
      expect(status, variables.slice(0, 50)).toBeLessThan(500);
    }
  });
});

test("after all of it every chain verifies, the money adds up, and the desk answers", async () => {
  expect((await verifyChains(api.house.db)).broken).toBeNull();
  expect(await verifyMoney(api.house.db)).toEqual([]);
  expect((await api.as("SUPERVISOR").send({ query: "{ viewer { id } }" })).status).toBe(200);
});
