import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { countStatements } from "../support/count-statements.ts";
import { type GivenCase, givenCase } from "../support/given-case.ts";

let api: TestApi;
let found: GivenCase;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  found = await givenCase(api);
});

const CONTACT = "query ($id: ID!) { case(id: $id) { customer { phone email } } }";
const LOG = `query ($filter: AccessLogFilter, $first: Int! = 50, $after: String) { accessLog(filter: $filter, first: $first, after: $after) {
  edges { node { id caseNumber kind viewer { name } } } pageInfo { hasNextPage endCursor } } }`;
interface Seen {
  readonly id: string;
  readonly caseNumber: string;
  readonly kind: string;
}
async function seen(filter: object = { caseNumber: found.number }, page: object = {}) {
  const { data } = await api
    .as("COMPLIANCE_OFFICER")
    .query<{ accessLog: { edges: { node: Seen }[]; pageInfo: { endCursor: string | null } } }>(LOG, {
      filter,
      ...page,
    });
  return { rows: data.accessLog.edges.map(({ node }) => node), end: data.accessLog.pageInfo.endCursor };
}
const kindsSeen = async () => (await seen()).rows.map(({ kind }) => kind);
const look = (who: SignedIn = api.as("SUPPORT_AGENT")) => who.query(CONTACT, { id: found.id });

describe("whoever sees a contact", () => {
  test("is written down once an hour, before it is shown", async () => {
    expect((await look()).data).toMatchObject({ case: { customer: { phone: "+8613800138000" } } });
    await look();
    expect(await kindsSeen()).toEqual(["CONTACT"]);
    api.clock.advance({ minutes: 61 });
    await look();
    expect(await kindsSeen()).toEqual(["CONTACT", "CONTACT"]);
  });

  test("twenty at once are one line, of two people two", async () => {
    await Promise.all(Array.from({ length: 10 }, () => look()));
    await Promise.all(Array.from({ length: 10 }, () => look(api.as("SUPERVISOR"))));
    expect(await kindsSeen()).toEqual(["CONTACT", "CONTACT"]);
  });

  test("is not shown it when it cannot be written down", async () => {
    await api.house.db.schema.alterTable("access_record").renameTo("access_record_gone").execute();
    try {
      expect(await look().then(JSON.stringify, String)).not.toContain("13800138000");
    } finally {
      await api.house.db.schema.alterTable("access_record_gone").renameTo("access_record").execute();
    }
    expect(JSON.stringify(await look())).toContain("13800138000");
    expect(await kindsSeen()).toEqual(["CONTACT"]);
  });

  test("is nobody's business where it is the customer, and nobody where it was masked", async () => {
    await api.asCustomer(found.token).query(CONTACT, { id: found.id });
    await look(api.as("BANK_OFFICER"));
    expect(await kindsSeen()).toEqual([]);
  });

  test("costs one statement the first time, and none after that", async () => {
    const first = await countStatements(api.house.database, () => look());
    const second = await countStatements(api.house.database, () => look());
    expect(first - second).toBe(1);
  });

  test("in a list is written down in one statement; the queue's rows ask none", async () => {
    await givenCase(api);
    const contacts = "{ cases { edges { node { customer { phone } } } } }";
    const names = "{ cases { edges { node { customer { name } } } } }";
    const agent = await api.another("SUPPORT_AGENT");
    const ask = (document: string) => countStatements(api.house.database, () => agent.query(document));
    await ask(names);
    expect((await ask(contacts)) - (await ask(names))).toBe(1);
  });
});

describe("other ways", () => {
  test("a case file and a search by phone are written down, a search by number is not", async () => {
    const agent = api.as("SUPPORT_AGENT");
    const find = (text: string) =>
      agent.query("query ($text: String!) { search(text: $text) { case { id } } }", { text });
    await find(found.number);
    expect(await kindsSeen()).toEqual([]);
    await find("13800138000");
    expect(await kindsSeen()).toEqual(["SEARCH"]);
    const { statusCode } = await api.app.inject({
      url: `/cases/${found.number}/file.pdf`,
      headers: { cookie: agent.cookie },
    });
    expect(statusCode).toBe(200);
    expect((await kindsSeen()).sort()).toEqual(["CASE_FILE", "CONTACT", "SEARCH"]);
  });
});

describe("the log", () => {
  test("is read page by page, each line once, by person, case and day, by compliance alone", async () => {
    await look();
    await look(api.as("SUPERVISOR"));
    const all = (await seen({})).rows.map(({ id }) => id);
    const read: string[] = [];
    for (let after: string | null = null; read.length < all.length; ) {
      const page = await seen({}, { first: 1, after });
      read.push(...page.rows.map(({ id }) => id));
      after = page.end;
    }
    expect(read).toEqual(all);
    expect((await seen({ kind: "EXPORT" })).rows).toEqual([]);
    expect((await seen({ to: "2000-01-01" })).rows).toEqual([]);
    for (const role of ["SUPPORT_AGENT", "SUPERVISOR", "ADMINISTRATOR"] as const) {
      const { data } = await api.as(role).query<{ accessLog: { edges: object[] } }>(LOG, { filter: {} });
      expect(data.accessLog.edges).toEqual([]);
    }
  });

  test("is never changed", async () => {
    await look();
    await expect(api.house.db.deleteFrom("access_record").execute()).rejects.toThrow(/never changed/);
  });
});
