import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { termsOf } from "../../server/desk/domain/name-terms.ts";
import { newId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { countStatements } from "../support/count-statements.ts";
import { givenCase } from "../support/given-case.ts";
import { givenMerchant } from "../support/given-rows.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const SEARCH = `query ($text: String!, $first: Int) { search(text: $text, first: $first) {
  matchedBy matchedText case { number } transaction { voucherNumber } } }`;

interface Hit {
  readonly matchedBy: string;
  readonly matchedText: string;
  readonly case: { readonly number: string } | null;
  readonly transaction: { readonly voucherNumber: string } | null;
}

async function search(text: string, client: ApiClient = api.as("SUPPORT_AGENT"), first = 20): Promise<readonly Hit[]> {
  const { data, errors } = await client.query<{ search: readonly Hit[] }>(SEARCH, { text, first });
  expect(errors).toEqual([]);
  return data.search;
}
const numbers = (hits: readonly Hit[]) => hits.flatMap((hit) => hit.case?.number ?? []);

const person = (name: string, change: { phone?: string; email?: string } = {}) => ({
  customer: { name, phone: change.phone ?? null, email: change.email ?? "x@example.com", locale: "zh-CN" as const },
});

describe("a case is found", () => {
  test("by its number, before everything else", async () => {
    const { number } = await givenCase(api);
    expect((await search(number))[0]).toMatchObject({ matchedBy: "CASE_NUMBER", case: { number } });
    expect(numbers(await search(String(Number(number.slice(-6))).padStart(3, "0")))).toContain(number);
  });

  test.each([
    ["段景行", ["段景", "景行", "段景行"]],
    ["Ottoline Fairweather-Bragg", ["otto", "FAIRWEATHER", "bragg ottoline", "fai"]],
    ["欧阳若兮", ["欧阳", "若兮", "阳若兮", "欧阳若兮"]],
    ["Zoë Ångström", ["zoe angstrom", "Ångström"]],
  ])("by any part of its customer's name: %s", async (name, parts) => {
    const { number } = await givenCase(api, person(name));
    for (const part of parts) {
      const hits = await search(part);
      expect(numbers(hits), part).toContain(number);
      expect(hits.find((hit) => hit.case?.number === number)).toMatchObject({
        matchedBy: "NAME",
        matchedText: name,
      });
    }
  });

  test("by nothing that its customer's name has not", async () => {
    const { number } = await givenCase(api, person("谭知远"));
    for (const other of ["谭远", "知远谭", "谭知 景行", "远"])
      expect(numbers(await search(other)), other).not.toContain(number);
  });

  test("by the name as it was corrected, and no longer by the old one", async () => {
    const { caseId, number } = await givenCase(api, person("钟离权"));
    const { customer_id } = await api.house.db
      .selectFrom("cases")
      .select("customer_id")
      .where("id", "=", caseId)
      .executeTakeFirstOrThrow();
    await api.house.db
      .updateTable("customer")
      .set({ name: "钟汉离" })
      .where("id", "=", customer_id ?? "")
      .execute();
    expect(numbers(await search("钟汉离"))).toEqual([number]);
    expect(numbers(await search("钟离"))).toEqual([]);
  });

  test("by a telephone from its last four digits, and by an e-mail, of which the answer shows the end", async () => {
    const { number } = await givenCase(api, person("Ann", { phone: "+8613912347788", email: "ann.b@example.org" }));
    for (const typed of ["7788", "139 1234 7788", "+86 139 1234 7788"])
      expect(await search(typed)).toContainEqual({
        matchedBy: "PHONE",
        matchedText: "•••• 7788",
        case: { number },
        transaction: null,
      });
    expect(await search("Ann.B@example.org")).toMatchObject([{ matchedBy: "EMAIL", matchedText: "a•••@example.org" }]);
  });

  test("by what its payment's slip shows, and the payment beside it", async () => {
    const { transactionId, number } = await givenCase(api);
    await api.house.db
      .updateTable("transaction")
      .set({ voucher_number: "070809", retrieval_reference: "526001234567", card_last4: "9071" })
      .where("id", "=", transactionId)
      .execute();
    for (const [typed, matchedBy] of [
      ["070809", "VOUCHER_NUMBER"],
      ["526001234567", "RETRIEVAL_REFERENCE"],
      [`A-${transactionId}`, "ACQUIRER_REFERENCE"],
      ["9071", "CARD_LAST_FOUR"],
    ] as const) {
      const hits = (await search(typed)).filter((hit) => hit.matchedBy === matchedBy);
      expect(hits, typed).toMatchObject([{ case: { number } }, { transaction: { voucherNumber: "070809" } }]);
    }
  });

  test("by its shop's name in either language, the newest first", async () => {
    const merchantId = await givenMerchant(api.house.db);
    await api.house.db
      .updateTable("merchant")
      .set({ name: "Cloudberry Bakery", name_zh: "云莓烘焙坊" })
      .where("id", "=", merchantId)
      .execute();
    const first = await givenCase(api, { merchantId });
    api.clock.advance({ minutes: 1 });
    const second = await givenCase(api, { merchantId });
    for (const typed of ["云莓", "cloudb", "烘焙坊"])
      expect(numbers(await search(typed)), typed).toEqual([second.number, first.number]);
  });
});

test("of many of one name the newest come first, and no more than was asked for", async () => {
  const opened: string[] = [];
  for (let n = 0; n < 6; n++) {
    api.clock.advance({ minutes: 1 });
    opened.unshift((await givenCase(api, person("令狐冲"))).number);
  }
  expect(numbers(await search("令狐", undefined, 4))).toEqual(opened.slice(0, 4));
});

describe("whoever searches", () => {
  test("for a shop or a bank finds only their own, and nobody by name or telephone", async () => {
    const name = "南宫望月";
    const own = await givenCase(api, { merchantId: api.own.merchantId, ...person(name, { phone: "13700001212" }) });
    const other = await givenCase(api, person(name));
    const verifier = api.as("MERCHANT_VERIFIER");
    expect(numbers(await search(own.number, verifier))).toEqual([own.number]);
    expect(await search(other.number, verifier)).toEqual([]);
    const seen = numbers(await search("1111", verifier, 50));
    expect(seen).toContain(own.number);
    expect(seen).not.toContain(other.number);
    for (const typed of [name, "13700001212"]) expect(numbers(await search(typed, verifier))).toEqual([]);
    expect(await search(own.number, api.as("BANK_OFFICER"))).toEqual([]);
  });

  test("runs the imports finds payments and no case", async () => {
    const { number } = await givenCase(api);
    const hits = await search("1111", api.as("ADMINISTRATOR"));
    expect(hits.length).toBeGreaterThan(0);
    expect(hits.every((hit) => hit.case === null && hit.transaction !== null)).toBe(true);
    expect(await search(number, api.as("ADMINISTRATOR"))).toEqual([]);
    expect(await search(number, api.as("TRAINER"))).toEqual([]);
  });

  test("has not signed in finds nothing, customers too", async () => {
    const { number, token } = await givenCase(api);
    for (const client of [api.asStranger(), api.asCustomer(token)]) {
      const { body } = await client.send({ query: SEARCH, variables: { text: number } });
      expect(JSON.stringify(body)).not.toContain(number);
    }
  });

  test("types nonsense gets nothing, and no error", async () => {
    for (const text of ["", " ", "%", "'; --", "\\", "_", "🙂", "王", "x".repeat(900)])
      expect(await search(text), text).toEqual([]);
    const { errors } = await api.as("SUPPORT_AGENT").query(SEARCH, { text: "x", first: 51 });
    expect(errors[0]?.extensions).toMatchObject({ code: "BAD_USER_INPUT" });
  });
});

test("the database makes a name's terms as the search makes those of what is typed", async () => {
  const names = [
    "王小明",
    "José Ñuñez",
    "Ｅｍｍａ Clarke",
    "O'Brien-Smith",
    "欧阳·娜娜",
    "Li Na",
    "ΓΙΩΡΓΟΣ",
    "㛃𬀩子",
    "김민수",
    "a_b",
  ];
  for (const name of names) {
    const { number } = await givenCase(api, person(`${name} ${newId().slice(-5)}`));
    const terms = termsOf(name);
    if (terms.length > 0) expect(numbers(await search(name)), name).toContain(number);
  }
});

test("takes as many statements for one hit as for twenty", async () => {
  for (let n = 0; n < 8; n++) await givenCase(api, person("百里屠苏"));
  const statements = (first: number) => countStatements(api.house.database, () => search("百里屠苏", undefined, first));
  expect(await statements(8)).toBe(await statements(1));
});
