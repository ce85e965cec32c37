import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import type { ApiClient } from "../support/api-client.ts";
import { givenCase } from "../support/given-case.ts";

let api: TestApi;
let supervisor: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  supervisor = api.as("SUPERVISOR");
});
afterAll(() => api.close());

interface Saved {
  readonly __typename: string;
  readonly template?: { readonly id: string; readonly version: number; readonly bodyEn: string };
  readonly reasons?: readonly string[];
}

async function save(change: object = {}, client: ApiClient = supervisor) {
  const input = {
    ...{ idempotencyKey: newId(), thread: "CUSTOMER", nameZh: "已询问商户", nameEn: "The shop is asked" },
    ...{
      bodyZh: "{customer.name}您好，{case.number} 已转商户核实。",
      bodyEn: "Dear {customer.name}, {amount} on {card.last4}.",
    },
    ...change,
  };
  const { data, errors } = await client.query<{ saveMessageTemplate: Saved } | null>(
    `mutation ($input: SaveMessageTemplateInput!) { saveMessageTemplate(input: $input) { __typename
      ... on MessageTemplateSaved { template { id version bodyEn } } ... on StaleMessageTemplate { template { id version bodyEn } }
      ... on MessageTemplateRefused { reasons } } }`,
    { input },
  );
  return { answer: data?.saveMessageTemplate, errors };
}

async function given(change: object = {}) {
  const { answer } = await save(change);
  if (answer?.template === undefined) throw new Error("It was not saved");
  return answer.template;
}

describe("a template", () => {
  test("is filled from the case in both languages, and says which words were filled in", async () => {
    const [found, template] = [await givenCase(api), await given()];
    const { data } = await api.as("SUPPORT_AGENT").query<{
      filledTemplate: Record<"zh" | "en", { text: string; field: string | null; isMissing: boolean }[]>;
    }>(
      "query ($t: ID!, $c: ID!) { filledTemplate(templateId: $t, caseId: $c) { zh { text field isMissing } en { text field isMissing } } }",
      { t: template.id, c: found.id },
    );
    const text = (language: "zh" | "en") => data.filledTemplate[language].map((part) => part.text).join("");
    expect(text("zh")).toBe(`Zhang Wei您好，${found.number} 已转商户核实。`);
    expect(text("en")).toMatch(/^Dear Zhang Wei, CNY 129\.00 on \d{4}\.$/);
    expect(data.filledTemplate.en.map(({ field }) => field)).toEqual([
      null,
      "customer.name",
      null,
      "amount",
      null,
      "card.last4",
      null,
    ]);
  });

  test("keeps the braces of what the case does not have, and says so", async () => {
    const found = await givenCase(api, { transactionId: null });
    const template = await given();
    const { data } = await api
      .as("SUPPORT_AGENT")
      .query<{ filledTemplate: { en: { text: string; isMissing: boolean }[] } }>(
        "query ($t: ID!, $c: ID!) { filledTemplate(templateId: $t, caseId: $c) { en { text isMissing } } }",
        { t: template.id, c: found.id },
      );
    expect(data.filledTemplate.en).toContainEqual({ text: "{card.last4}", isMissing: true });
  });

  test("with a field that no case has is refused with its name, and nothing changes", async () => {
    const template = await given();
    const { answer } = await save({ id: template.id, seenVersion: 1, bodyEn: "Your {secret} and {amount}." });
    expect(answer).toMatchObject({
      __typename: "MessageTemplateRefused",
      reasons: [expect.stringContaining("{secret}")],
    });
    const row = await api.house.db
      .selectFrom("message_template")
      .selectAll()
      .where("body_en", "like", "%secret%")
      .execute();
    expect(row).toEqual([]);
  });

  test("of two who change one version, one is told that it has moved on", async () => {
    const { id } = await given();
    const both = await Promise.all([
      save({ id, seenVersion: 1, nameEn: "First" }),
      save({ id, seenVersion: 1, nameEn: "Second" }),
    ]);
    expect(both.map(({ answer }) => answer?.__typename).sort()).toEqual([
      "MessageTemplateSaved",
      "StaleMessageTemplate",
    ]);
  });

  test("is made once under its key", async () => {
    const idempotencyKey = newId();
    const [first, second] = await Promise.all([given({ idempotencyKey }), given({ idempotencyKey })]);
    expect(first.id).toBe(second.id);
  });

  test("sent again under its key with other words is not said to be saved: what is stored is shown", async () => {
    const idempotencyKey = newId();
    const first = await given({ idempotencyKey, bodyEn: "First words." });
    const { answer } = await save({ idempotencyKey, bodyEn: "Mended words." });
    expect(answer).toMatchObject({
      __typename: "StaleMessageTemplate",
      template: { id: first.id, bodyEn: "First words." },
    });
  });

  test("whose change is sent again after a lost answer is saved once, and nobody is blamed for it", async () => {
    const { id } = await given();
    const change = { id, seenVersion: 1, bodyEn: "Mended words." };
    const answers = [await save(change), await save(change)].map(({ answer }) => answer);
    expect(answers).toMatchObject([
      { __typename: "MessageTemplateSaved", template: { version: 2, bodyEn: "Mended words." } },
      { __typename: "MessageTemplateSaved", template: { version: 2 } },
    ]);
  });

  test("that is retired is offered no more, and still there for whoever looks after them", async () => {
    const { id } = await given({ nameEn: "Old words" });
    await save({ id, seenVersion: 1, active: false });
    const list = async (retired: boolean) => {
      const { data } = await api
        .as("SUPPORT_AGENT")
        .query<{ messageTemplates: { id: string }[] }>(
          "query ($retired: Boolean!) { messageTemplates(retired: $retired) { id } }",
          { retired },
        );
      return data.messageTemplates.map((template) => template.id);
    };
    expect(await list(false)).not.toContain(id);
    expect(await list(true)).toContain(id);
  });

  test("is written by supervisors only", async () => {
    for (const role of ["SUPPORT_AGENT", "COMPLIANCE_OFFICER", "MERCHANT_VERIFIER", "ADMINISTRATOR"] as const)
      expect((await save({}, api.as(role))).errors[0]?.extensions?.code).toBe("FORBIDDEN");
  });

  test("that is not there is said to be not there", async () => {
    for (const id of ["x", toGlobalId("MessageTemplate", newId())])
      expect((await save({ id, seenVersion: 1 })).answer?.__typename).toBe("MessageTemplateNotFound");
  });
});
