import type { GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { customerActor, staffActor, strangerActor, systemActor } from "../../server/staff/domain/actor.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { casesInSight, merchantsInSight, transactionsInSight } from "../../server/staff/scope.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { readers } from "../support/authorization-matrix.ts";
import { clientOf } from "../support/authorization-probes.ts";
import { type Seeds, seedTwoCases } from "../support/authorization-seeds.ts";
import { selectAll } from "../support/select-all.ts";

let api: TestApi;
let seeds: Seeds;
let schema: GraphQLSchema;
beforeAll(async () => {
  api = await startTestApi();
  seeds = await seedTwoCases(api);
  schema = buildApiSchema();
});
afterAll(() => api.close());

const CASE = "query ($id: ID, $number: String) { case(id: $id, number: $number) { number } }";

describe("somebody's scope", () => {
  test.each(["MERCHANT_VERIFIER", "BANK_OFFICER", "CUSTOMER"] as const)(
    "of %s ends at their own, by id and by number",
    async (reader) => {
      const client = await clientOf(api, reader, seeds);
      for (const [target, seen] of [
        [seeds.own, { number: seeds.own.number }],
        [seeds.other, null],
      ] as const) {
        expect((await client.query(CASE, { id: target.id })).data).toEqual({ case: seen });
        expect((await client.query(CASE, { number: target.number })).data).toEqual({ case: seen });
      }
    },
  );

  test("another's case and one that never was answer alike, asked for and acted on", async () => {
    const client = api.as("MERCHANT_VERIFIER");
    const neverWas = Buffer.from(`Case:${newId()}`).toString("base64url");
    const answers = await Promise.all(
      [seeds.other.id, neverWas, "garbled"].map((caseId) => client.query(ANSWER, { input: answerTo(caseId) })),
    );
    expect(answers[0]?.data).toMatchObject({ recordMerchantAnswer: { __typename: "CaseNotFound" } });
    expect(answers.map(({ data }) => data)).toEqual(answers.map(() => answers[0]?.data));
  });

  test("what is refused out of scope changes nothing", async () => {
    const before = await trace(seeds.other.caseId);
    const client = api.as("BANK_OFFICER");
    await client.query(ANSWER, { input: answerTo(seeds.other.id) });
    expect(await trace(seeds.other.caseId)).toEqual(before);
  });

  test("without a merchant or a bank of their own, such a role sees nothing", async () => {
    const { db } = api.house;
    for (const role of ["MERCHANT_VERIFIER", "BANK_OFFICER"] as const) {
      const actor = staffActor({
        roles: builtInBook,
        id: newId(),
        name: "nobody's",
        role,
        merchantId: null,
        institutionId: null,
      });
      expect(await casesInSight(db, actor).select("id").execute()).toEqual([]);
      expect(await transactionsInSight(db, actor).select("id").execute()).toEqual([]);
      expect(await merchantsInSight(db, actor).select("id").execute()).toEqual([]);
    }
  });

  test("a bank and a customer see the sale and the shop of their case, and no other", async () => {
    const { db } = api.house;
    const { own } = seeds;
    const officer = staffActor({
      roles: builtInBook,
      id: newId(),
      name: "officer",
      role: "BANK_OFFICER",
      merchantId: null,
      institutionId: api.own.institutionId,
    });
    for (const actor of [officer, customerActor(own.caseId, "Zhang")]) {
      expect(await transactionsInSight(db, actor).select("id").execute()).toEqual([{ id: own.transactionId }]);
      expect(await merchantsInSight(db, actor).select("id").execute()).toEqual([{ id: own.merchantId }]);
    }
  });

  test("a stranger sees nothing at all, the desk itself everything", async () => {
    const { db } = api.house;
    expect(await casesInSight(db, strangerActor).select("id").execute()).toEqual([]);
    expect(await transactionsInSight(db, strangerActor).select("id").execute()).toEqual([]);
    const { length } = await db.selectFrom("cases").select("id").execute();
    expect(length).toBeGreaterThan(1);
    expect(await casesInSight(db, systemActor).select("id").execute()).toHaveLength(length);
  });

  test("a customer's link ends with its time, and is good for nothing when it is wrong", async () => {
    const wrong = api.asCustomer(`${seeds.own.linkToken}x`);
    expect((await wrong.query(CASE, { id: seeds.own.id })).data).toEqual({ case: null });
    const customer = api.asCustomer(seeds.own.linkToken);
    api.clock.advance({ days: 2 });
    expect((await customer.query(CASE, { id: seeds.own.id })).data).toEqual({ case: null });
    api.clock.advance({ days: -2 });
    expect((await customer.query(CASE, { id: seeds.own.id })).data).not.toEqual({ case: null });
  });
});

/** Words that are only for some; whoever is not named must not find them anywhere below their own case. */
const desk = ["SUPPORT_AGENT", "SUPERVISOR", "COMPLIANCE_OFFICER"] as const;
const secrets: Readonly<Record<string, readonly string[]>> = {
  "INTERNAL-WORDS": desk,
  "MERCHANT-WORDS": [...desk, "MERCHANT_VERIFIER"],
  "BANK-WORDS": [...desk, "BANK_OFFICER"],
  "CUSTOMER-WORDS": desk,
  "+8613800138000": desk,
  "zhang@customer.test": desk,
  "Zhang Wei": desk,
  "@redress.test": desk,
};

describe("everything that can be asked below a case", () => {
  test.each(readers.filter((reader) => reader !== "SIGNED_OUT" && reader !== "TRAINER" && reader !== "ADMINISTRATOR"))(
    "tells %s what is theirs to read, and nothing else",
    async (reader) => {
      const text = await everythingBelow(reader);
      expect(text).toContain(seeds.own.number);
      expect(text).not.toContain(seeds.other.number);
      for (const [words, allowed] of Object.entries(secrets)) {
        expect(`${words}: ${text.includes(words)}`).toBe(`${words}: ${allowed.includes(reader)}`);
      }
    },
  );

  test.each(["SIGNED_OUT", "TRAINER", "ADMINISTRATOR"] as const)("is nothing for %s", async (reader) => {
    expect(JSON.parse(await everythingBelow(reader))).toEqual({ case: null });
  });
});

/** One field of the case at a time, each as deep as it goes: all at once is more than one query may cost. */
async function everythingBelow(reader: (typeof readers)[number]): Promise<string> {
  const client = await clientOf(api, reader, seeds);
  const type = schema.getType("Case");
  if (type === undefined || !("getFields" in type)) throw new Error("there is no Case");
  const texts: string[] = [];
  for (const selection of topLevel(selectAll(schema, "Case", 2))) {
    const { data } = await client.query(`query ($id: ID!) { case(id: $id) { ${selection} } }`, { id: seeds.own.id });
    texts.push(JSON.stringify(data));
  }
  const [first = ""] = texts;
  return texts.every((text) => text === first) ? first : texts.join("\n");
}

/** The selections of the outermost braces. */
function topLevel(selectionSet: string): string[] {
  const found: string[] = [];
  let depth = 0;
  for (const word of selectionSet.slice(1, -1).trim().split(/\s+/)) {
    if (depth === 0 && word !== "{") found.push(word);
    else found.push(`${found.pop()} ${word}`);
    if (word === "{") depth++;
    if (word === "}") depth--;
  }
  return found;
}

const ANSWER = `mutation ($input: RecordMerchantAnswerInput!) {
  recordMerchantAnswer(input: $input) { __typename ... on Problem { message } } }`;

function answerTo(caseId: string) {
  return { caseId, expectedVersion: 1, idempotencyKey: newId(), confirms: true, message: "It was sold." };
}

async function trace(caseId: string): Promise<object> {
  const { db } = api.house;
  const found = await db.selectFrom("cases").selectAll().where("id", "=", caseId).executeTakeFirstOrThrow();
  const events = await db.selectFrom("case_event").select("hash").where("case_id", "=", caseId).execute();
  return { found, events };
}
