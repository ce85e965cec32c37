import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../server/kernel/ids.ts";
import { mostTests } from "../../server/policies/queries/policy-tests.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import {
  approve,
  ask,
  type DraftAnswer,
  draftOf,
  publish,
  type SentContent,
  save,
  submit,
} from "../support/policy-room.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const officer = () => api.as("COMPLIANCE_OFFICER");
const codes = ({ reasons }: Pick<DraftAnswer, "reasons">) => reasons?.map(({ code }) => code);
let category = 2000;
const aDraft = async () => {
  const input = { scope: "CATEGORY", value: String(category++), label: { zh: "类别", en: "a category" } };
  const answer = await ask(officer(), "createPolicy", "CreatePolicyInput", input);
  return { draft: draftOf(answer), policy: answer.policy?.name ?? "" };
};
const facts = {
  ...{ amount: { minor: "100000", currency: "CNY" }, reason: "OTHER", merchantAnswer: "SILENT", daysSinceSale: 400 },
  ...{ amountRefundable: true, withinWindow: false, proofPresent: true, identityConfirmed: true, goodsAccepted: true },
};

interface TestAnswer {
  readonly __typename: string;
  readonly policy?: {
    readonly tests: readonly { readonly got: string; readonly passed: boolean; readonly given: object }[];
  };
  readonly reasons?: readonly { readonly code: string }[];
}
const ANSWER = `__typename ... on PolicyRefused { reasons { code } }
  ... on PolicyTestsDone { policy { tests { got passed given { amount { minor currency } reason merchantAnswer
    daysSinceSale amountRefundable withinWindow proofPresent identityConfirmed goodsAccepted network channel
    alreadyBack { minor currency } } } } }`;
async function keep(id: string, policy: string, expected: string, more: object = {}): Promise<TestAnswer> {
  const { data } = await officer().query<{ keepPolicyTest: TestAnswer }>(
    `mutation ($input: KeepPolicyTestInput!) { keepPolicyTest(input: $input) { ${ANSWER} } }`,
    { input: { id, policy, name: "Much too late", expected, facts: { ...facts, ...more } } },
  );
  return data.keepPolicyTest;
}
async function drop(id: string): Promise<TestAnswer> {
  const { data } = await officer().query<{ dropPolicyTest: TestAnswer }>(
    `mutation ($id: ID!) { dropPolicyTest(id: $id) { ${ANSWER} } }`,
    { id },
  );
  return data.dropPolicyTest;
}
const kept = async (policy: string) =>
  (await api.house.db.selectFrom("policy_test").select("expected").where("policy", "=", policy).execute()).map(
    ({ expected }) => expected,
  );

describe("a test case of a policy", () => {
  test("is decided by the draft as soon as it is kept, gives its facts back as they were sent, and is said anew", async () => {
    const { policy } = await aDraft();
    const id = newId();
    const answer = await keep(id, policy, "APPROVE");
    expect(answer.policy?.tests).toEqual([
      {
        got: expect.stringMatching(/^(DECLINE|REVIEW)$/),
        passed: false,
        given: { ...facts, network: null, channel: null, alreadyBack: null },
      },
    ]);
    const got = answer.policy?.tests[0]?.got ?? "";
    expect((await keep(id, policy, got)).policy?.tests).toMatchObject([{ got, passed: true }]);
    expect(await kept(policy)).toEqual([got]);
    expect((await drop(id)).policy?.tests).toEqual([]);
    expect(await kept(policy)).toEqual([]);
  });

  test("counts what went back before, as the limits do, and gives it back as it was sent", async () => {
    const { draft, policy } = await aDraft();
    const [row] = draft.content.rows;
    const whatever = Object.fromEntries(
      Object.entries(row?.when ?? {}).map(([cell, value]) => [cell, Array.isArray(value) ? [] : null]),
    );
    const atOnce = { ...row, when: whatever, outcome: "APPROVE", straightThrough: true, approvals: [] };
    const autoLimit = [{ minor: "150000", currency: "CNY" }];
    draftOf(await save(officer(), draft, { ...draft.content, rows: [atOnce], autoLimit }));
    const alone = await keep(newId(), policy, "APPROVE_AT_ONCE");
    const before = { minor: "60000", currency: "CNY" };
    const together = await keep(newId(), policy, "APPROVE", { alreadyBack: before });
    expect(alone.policy?.tests.map(({ got }) => got)).toEqual(["APPROVE_AT_ONCE"]);
    expect(together.policy?.tests.map(({ got }) => got).sort()).toEqual(["APPROVE", "APPROVE_AT_ONCE"]);
    expect(together.policy?.tests).toContainEqual(
      expect.objectContaining({ passed: true, given: expect.objectContaining({ alreadyBack: before }) }),
    );
    const wrong = await officer().send({
      query: "mutation ($input: KeepPolicyTestInput!) { keepPolicyTest(input: $input) { __typename } }",
      variables: {
        input: {
          ...{ id: newId(), policy, name: "In another money", expected: "APPROVE" },
          facts: { ...facts, alreadyBack: { minor: "1", currency: "USD" } },
        },
      },
    });
    expect(JSON.stringify(wrong.body)).toContain("in the currency of `amount`");
  });

  test("keeps a draft from being approved and published while it fails", async () => {
    const { draft, policy } = await aDraft();
    const saved = draftOf(await save(officer(), draft, { ...draft.content, windowDays: 9 } satisfies SentContent));
    const submitted = draftOf(await submit(officer(), saved));
    const once = draftOf(await approve(await api.another("COMPLIANCE_OFFICER"), submitted));
    const approved = draftOf(await approve(api.as("SUPERVISOR"), once));
    // One may be added at any time, and then it stands in the way.
    expect((await keep(newId(), policy, "APPROVE")).__typename).toBe("PolicyTestsDone");
    expect(codes(await publish(officer(), approved))).toEqual(["TESTS_FAIL"]);
    const versions = await api.house.db
      .selectFrom("policy_version")
      .select("id")
      .where("policy", "=", policy)
      .execute();
    expect(versions).toEqual([]);
  });

  test("is one that is run: of more than a policy runs none is kept", async () => {
    const { policy } = await aDraft();
    const first = newId();
    expect((await keep(first, policy, "APPROVE")).__typename).toBe("PolicyTestsDone");
    await sql`insert into policy_test (id, policy, name, facts, expected, created_by_id, created_at)
      select gen_random_uuid(), policy, name, facts, expected, created_by_id, created_at from policy_test, generate_series(2, ${mostTests})
      where id = ${first}`.execute(api.house.db);
    expect(codes(await keep(newId(), policy, "APPROVE"))).toEqual(["TOO_MANY_TESTS"]);
    expect(await kept(policy)).toHaveLength(mostTests);
    // What is kept can still be said anew.
    expect((await keep(first, policy, "DECLINE")).__typename).toBe("PolicyTestsDone");
  });

  test("that was added while others read the draft is added once, however often it is sent", async () => {
    const { draft, policy } = await aDraft();
    const saved = draftOf(await save(officer(), draft, { ...draft.content, windowDays: 9 }));
    await submit(officer(), saved);
    const id = newId();
    for (const answer of [await keep(id, policy, "APPROVE"), await keep(id, policy, "APPROVE")])
      expect(answer.__typename).toBe("PolicyTestsDone");
    expect(await kept(policy)).toEqual(["APPROVE"]);
  });

  test("is neither dropped nor turned round while others read the draft; sent back, it is", async () => {
    const { draft, policy } = await aDraft();
    const id = newId();
    await keep(id, policy, "APPROVE");
    const saved = draftOf(await save(officer(), draft, { ...draft.content, windowDays: 9 }));
    const submitted = draftOf(await submit(officer(), saved));
    for (const answer of [await drop(id), await keep(id, policy, "DECLINE")])
      expect(answer).toMatchObject({ __typename: "PolicyRefused", reasons: [{ code: "TESTS_ARE_READ" }] });
    expect(await kept(policy)).toEqual(["APPROVE"]);
    const back = { draftId: submitted.id, expectedRevision: submitted.revision, note: "Read the test again." };
    draftOf(await ask(api.as("SUPERVISOR"), "sendBackPolicyDraft", "SendBackPolicyDraftInput", back));
    expect((await drop(id)).__typename).toBe("PolicyTestsDone");
  });
});
