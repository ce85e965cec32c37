import { getNamedType, isInputObjectType } from "graphql";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freeTextFields } from "../../server/cases/domain/move-messages.ts";
import { newId } from "../../server/kernel/ids.ts";
import { buildApiSchema } from "../../server/schema.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { type CaseActionRow, caseActionRows } from "../support/case-action-rows.ts";
import { caseRow } from "../support/given-case.ts";

const schema = buildApiSchema();
let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

/** What is typed, and what is kept of it. */
const texts = [
  ["e\u0301 and ＡＢＣ", "é and ＡＢＣ"],
  ["two\r\nlines\rand\tmore", "two\nlines\nand\tmore"],
  ["\u202Egnp.exe\u202C \u2066hidden\u2069", "gnp.exe hidden"],
  ["bell\u0007 and \u009b31m", "bell and 31m"],
  ["𠮷野家 𪚥 𫝆 㐀", "𠮷野家 𪚥 𫝆 㐀"],
  ["👩‍👩‍👧 🏳️‍🌈", "👩‍👩‍👧 🏳️‍🌈"],
  ["שלום مرحبا", "שלום مرحبا"],
  ["'; drop table cases; -- %_\\ $1 {{x}} <b>&amp;</b>", "'; drop table cases; -- %_\\ $1 {{x}} <b>&amp;</b>"],
  ["my card is 4111 1111 1111 1111", "my card is 411111******1111"],
] as const;
const typed = `  ${texts.map(([text]) => text).join(" | ")} \n`;
const kept = texts.map(([, text]) => text).join(" | ");

const fieldsOf = (mutation: string): readonly string[] =>
  (schema.getMutationType()?.getFields()[mutation]?.args ?? []).flatMap(({ type }) => {
    const input = getNamedType(type);
    return isInputObjectType(input) ? Object.keys(input.getFields()) : [];
  });

const places = Object.entries(caseActionRows).flatMap(([mutation, row]) =>
  freeTextFields.filter((field) => fieldsOf(mutation).includes(field)).map((field) => [mutation, field, row] as const),
);

test.each(places)("%s keeps the %s as it was meant, whatever it is written in", async (mutation, field, row) => {
  await act(mutation, row, { [field]: typed });
  const messages = await api.house.db
    .selectFrom("case_message")
    .select("body")
    .orderBy("id", "desc")
    .limit(2)
    .execute();
  expect(messages.map(({ body }) => body)).toContain(kept);
});

test.each(places)(
  "%s takes a %s of 4,000 characters, whatever bytes they need, and not one more",
  async (mutation, field, row) => {
    await act(mutation, row, { [field]: "𠮷".repeat(4_000) });
    await expect(act(mutation, row, { [field]: "𠮷".repeat(4_001) })).rejects.toThrow("must not be longer than 4000");
  },
);

async function act(mutation: string, { given, by, input }: CaseActionRow, words: object): Promise<void> {
  const found = await given(api);
  const told = typeof input === "function" ? await input(api, found) : input;
  const { version } = await caseRow(api, found.caseId);
  const asked = { caseId: found.id, expectedVersion: version, idempotencyKey: newId(), ...told, ...words };
  const [arg] = schema.getMutationType()?.getFields()[mutation]?.args ?? [];
  const document = `mutation ($input: ${String(arg?.type)}) { ${mutation}(input: $input) { __typename } }`;
  const client = by === "CUSTOMER" ? api.asCustomer(found.token) : api.as(by);
  const { body } = await client.send({ query: document, variables: { input: asked } });
  const { data, errors } = body as { data?: Record<string, { __typename: string }>; errors?: { message: string }[] };
  if (data?.[mutation]?.__typename !== "CaseActionDone") throw new Error(JSON.stringify({ data, errors }));
}
