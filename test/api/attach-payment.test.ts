import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { fresh, withoutPayment } from "../support/case-stages.ts";
import { caseRow, type GivenCase } from "../support/given-case.ts";
import { givenMerchant, givenSale } from "../support/given-rows.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly { readonly code: string; readonly message: string }[];
}

async function attach(found: GivenCase, transactionId: string): Promise<Answer> {
  const { version: expectedVersion } = await caseRow(api, found.caseId);
  const { data } = await api
    .as("SUPPORT_AGENT")
    .query<{ attachPayment: Answer }>(
      "mutation ($input: AttachPaymentInput!) { attachPayment(input: $input) { __typename ... on ActionRefused { reasons { code message } } } }",
      { input: { caseId: found.id, expectedVersion, idempotencyKey: newId(), transactionId } },
    );
  return data.attachPayment;
}

const wire = (id: string) => toGlobalId("Transaction", id);
const done = { __typename: "CaseActionDone" };
const refused = (code: string, message = "") => ({
  __typename: "ActionRefused",
  reasons: [{ code, message: expect.stringContaining(message) }],
});

describe("a payment whose slip was typed wrongly", () => {
  test("is put on its case by hand: the checks and the policy look at it anew, and the event names it", async () => {
    const found = await withoutPayment(api);
    const verdicts = () =>
      api.house.db.selectFrom("decision").select("id").where("case_id", "=", found.caseId).execute();
    const before = await verdicts();
    expect(await attach(found, wire(found.transactionId))).toEqual(done);
    expect(await caseRow(api, found.caseId)).toMatchObject({
      ...{ state: "NEW", transaction_id: found.transactionId, triage_asked_at: expect.any(Date) },
    });
    expect((await verdicts()).length).toBe(before.length + 1);
    const { outcome } = await api.house.db
      .selectFrom("case_check")
      .select("outcome")
      .where("case_id", "=", found.caseId)
      .where("kind", "=", "TRANSACTION_FOUND")
      .executeTakeFirstOrThrow();
    expect(outcome).toBe("PASSED");
    const { data, actor_role } = await api.house.db
      .selectFrom("case_event")
      .select(["data", "actor_role"])
      .where("case_id", "=", found.caseId)
      .where("kind", "=", "ATTACH_PAYMENT")
      .executeTakeFirstOrThrow();
    expect(data).toMatchObject({ transactionId: found.transactionId });
    expect(actor_role).toBe("SUPPORT_AGENT");
  });

  test("is not exchanged for another afterwards, and nothing is offered where it is known", async () => {
    const found = await fresh()(api);
    const another = await givenSale(api.house.db, api.own.merchantId);
    expect(await attach(found, wire(another))).toEqual(refused("PAYMENT_KNOWN"));
    expect(await caseRow(api, found.caseId)).toMatchObject({ transaction_id: found.transactionId });
  });

  test("is not taken from another case that is open over it, whose number is said", async () => {
    const [found, other] = [await withoutPayment(api), await fresh()(api)];
    expect(await attach(found, wire(other.transactionId))).toEqual(refused("PAYMENT_HAS_CASE", other.number));
    expect(await caseRow(api, found.caseId)).toMatchObject({ transaction_id: null });
  });

  test("goes on one of two cases that ask for it at once", async () => {
    const [one, other] = [await withoutPayment(api), await withoutPayment(api)];
    const answers = await Promise.all([attach(one, wire(one.transactionId)), attach(other, wire(one.transactionId))]);
    expect(answers.map((answer) => answer.reasons?.[0]?.code ?? answer.__typename).sort()).toEqual([
      "CaseActionDone",
      "PAYMENT_HAS_CASE",
    ]);
  });

  test.each([
    ["of another shop", async () => wire(await givenSale(api.house.db, await givenMerchant(api.house.db)))],
    ["that is a refund", () => saleWith({ kind: "REFUND" })],
    ["that is not on file", async () => wire(newId())],
    ["by an id of something else", async () => toGlobalId("Case", newId())],
    ["by no id at all", async () => "x"],
  ])("one %s is not there", async (_what, given) => {
    const found = await withoutPayment(api);
    const transactionId = await given();
    expect(await attach(found, transactionId)).toEqual(refused("PAYMENT_NOT_THERE"));
    expect(await caseRow(api, found.caseId)).toMatchObject({ transaction_id: null });
  });

  test("one in another currency than what is asked for is not its", async () => {
    const found = await fresh({ transactionId: null, amount: money(5_000n, "CNY") })(api);
    expect(await attach(found, await saleWith({ currency: "USD" }))).toEqual(
      refused("PAYMENT_CURRENCY_DIFFERS", "USD"),
    );
  });
});

async function saleWith(change: { readonly kind?: "REFUND"; readonly currency?: string }): Promise<string> {
  const id = await givenSale(api.house.db, api.own.merchantId);
  await api.house.db.updateTable("transaction").set(change).where("id", "=", id).execute();
  return wire(id);
}
