import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { actOn, givenCase, staffActorOf } from "../support/given-case.ts";
import { givenMerchant, givenSale } from "../support/given-rows.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

describe("another payment of the same amount", () => {
  const ASK = `query ($number: String!) { case(number: $number) { transaction { sameAmountNearby { id refunded { minor } } } } }`;

  interface Answer {
    readonly case: { readonly transaction: { readonly sameAmountNearby: readonly { readonly id: string }[] } };
  }

  /** One more like the case's own payment, moved by so many seconds and otherwise changed. */
  async function another(merchantId: string, seconds: number, change: object = {}): Promise<string> {
    const id = await givenSale(api.house.db, merchantId);
    const processed_at = new Date(Date.now() - 86_400_000 + seconds * 1000);
    await api.house.db
      .updateTable("transaction")
      .set({ processed_at, ...change })
      .where("id", "=", id)
      .execute();
    return toGlobalId("Transaction", id);
  }

  test("is one by the same card at the same merchant within a day, the nearest first", async () => {
    const merchantId = await givenMerchant(api.house.db);
    const { number } = await givenCase(api, { merchantId });
    const later = await another(merchantId, 7200);
    const earlier = await another(merchantId, -41, { card_first6: null });
    for (const change of [
      { captured_minor: 129_901n },
      { currency: "USD" },
      { card_last4: "1112" },
      { card_first6: "411112" },
      { network: "MASTERCARD" as const },
      { kind: "REFUND" as const },
      { processed_at: new Date(Date.now() - 3 * 86_400_000) },
    ])
      await another(merchantId, 5, change);
    await another(await givenMerchant(api.house.db), 5);
    const { data } = await api.as("SUPPORT_AGENT").query<Answer>(ASK, { number });
    expect(data.case.transaction.sameAmountNearby.map(({ id }) => id)).toEqual([earlier, later]);
  });

  test("is told to a bank only where it has a case of its own about it", async () => {
    const merchantId = await givenMerchant(api.house.db);
    const { number, caseId } = await givenCase(api, { merchantId });
    const { caseId: beside } = await givenCase(api, { merchantId });
    const { institutionId } = api.own;
    const give = (id: string) =>
      api.house.db.updateTable("cases").set({ institution_id: institutionId }).where("id", "=", id).execute();
    await give(caseId);
    const count = async () => {
      const { data } = await api.as("BANK_OFFICER").query<Answer>(ASK, { number });
      return data.case.transaction.sameAmountNearby.length;
    };
    expect(await count()).toBe(0);
    await give(beside);
    expect(await count()).toBe(1);
  });
});

test("a check names who settled it to the desk, and to nobody else", async () => {
  const ASK = `query ($id: ID!) { case(id: $id) { checks { kind automatic at by { name } windowDay { day of } } } }`;
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  const { id, caseId } = await givenCase(api, { merchantId: api.own.merchantId });
  const check = { check: "IDENTITY_CONFIRMED", outcome: "PASSED", reason: `Seen ${newId()}` } as const;
  await actOn(api, agent, caseId, { action: "BEGIN_VERIFICATION", input: {} });
  await actOn(api, agent, caseId, { action: "RECORD_CHECK", input: check });
  const { data } = await api.as("SUPPORT_AGENT").query<{ case: { checks: readonly { kind: string }[] } }>(ASK, { id });
  const settled = Object.fromEntries(data.case.checks.map((one) => [one.kind, one]));
  expect(settled).toMatchObject({
    IDENTITY_CONFIRMED: { automatic: false, at: expect.any(String), by: { name: expect.any(String) }, windowDay: null },
    WITHIN_WINDOW: { automatic: true, at: expect.any(String), by: null, windowDay: { day: 1, of: expect.any(Number) } },
  });
  const shop = await api.as("MERCHANT_VERIFIER").query<{ case: { checks: readonly object[] } | null }>(ASK, { id });
  expect(JSON.stringify(shop.data.case)).not.toContain('"name"');
});
