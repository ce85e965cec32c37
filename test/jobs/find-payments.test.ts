import { afterAll, beforeAll, expect, test } from "vitest";
import { submitRequest } from "../../server/cases/actions/submit-request.ts";
import { findPayments } from "../../server/cases/jobs/find-payments.ts";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenMerchant, givenSale } from "../support/given-rows.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

let count = 0;

/** A request of a customer whose payment no file has brought yet. */
async function asked() {
  const { db } = api.house;
  const merchantId = await givenMerchant(db);
  const merchantNumber = `N${++count}`;
  await db.updateTable("merchant").set({ merchant_number: merchantNumber }).where("id", "=", merchantId).execute();
  const voucherNumber = `88${String(count).padStart(4, "0")}`;
  const nothing = { retrievalReference: null, reference: null, paidOn: null, terminalNumber: null };
  const result = await submitRequest(
    { ...api.house, actor: systemActor, locale: "en" },
    {
      slip: { ...nothing, voucherNumber, cardLast4: "1111", paid: money(129_900n, "CNY"), merchantNumber },
      ...{ amount: money(5_000n, "CNY"), reason: "OTHER", message: null, idempotencyKey: newId() },
      contact: { name: "Li", phone: null, email: `li${count}@example.com`, locale: "en" },
    },
  );
  if (!result.ok) throw new Error("The request was not taken");
  return { caseId: result.value.caseId, merchantId, voucherNumber };
}

async function paid(merchantId: string, voucher: string): Promise<string> {
  const id = await givenSale(api.house.db, merchantId);
  await api.house.db.updateTable("transaction").set({ voucher_number: voucher }).where("id", "=", id).execute();
  return id;
}

const row = (caseId: string) =>
  api.house.db
    .selectFrom("cases")
    .select(["transaction_id", "version", "triage_asked_at"])
    .where("id", "=", caseId)
    .executeTakeFirstOrThrow();

test("a payment that a later file brings is put on the case that waits for it, once, and its triage is owed", async () => {
  const { caseId, merchantId, voucherNumber } = await asked();
  expect(await findPayments(api.house)).toBe(0);
  const sale = await paid(merchantId, voucherNumber);
  expect(await Promise.all([findPayments(api.house), findPayments(api.house)])).toContain(1);
  const found = await row(caseId);
  expect(found).toMatchObject({ transaction_id: sale, triage_asked_at: expect.any(Date) });
  const { rows } = await api.house.database.pool.query(
    "select kind from case_check where case_id = $1 and kind = 'TRANSACTION_FOUND' and outcome = 'PASSED'",
    [caseId],
  );
  expect(rows).toHaveLength(1);
  expect(await findPayments(api.house)).toBe(0);
  expect((await row(caseId)).version).toBe(found.version);
});

test("what fits two payments, or is another shop's, waits for a person", async () => {
  const [twice, elsewhere] = [await asked(), await asked()];
  await paid(twice.merchantId, twice.voucherNumber);
  await paid(twice.merchantId, twice.voucherNumber);
  await paid(await givenMerchant(api.house.db), elsewhere.voucherNumber);
  expect(await findPayments(api.house)).toBe(0);
  for (const { caseId } of [twice, elsewhere]) expect((await row(caseId)).transaction_id).toBeNull();
});

test("a payment over which another case is open is not put on a second one", async () => {
  const first = await asked();
  const sale = await paid(first.merchantId, first.voucherNumber);
  await findPayments(api.house);
  const second = await asked();
  await api.house.db
    .updateTable("cases")
    .set({ merchant_id: first.merchantId })
    .where("id", "=", second.caseId)
    .execute();
  await api.house.db
    .updateTable("transaction")
    .set({ voucher_number: second.voucherNumber })
    .where("id", "=", sale)
    .execute();
  expect(await findPayments(api.house)).toBe(0);
  expect((await row(second.caseId)).transaction_id).toBeNull();
});
