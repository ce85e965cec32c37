import { stringify } from "csv-stringify/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { requestsImporter } from "../../server/cases/actions/import-requests.ts";
import { bufferSource } from "../../server/platform/csv/byte-source.ts";
import { forSpreadsheets } from "../../server/platform/csv/for-spreadsheets.ts";
import { type Actor, systemActor } from "../../server/staff/domain/actor.ts";
import { findStaffActor } from "../../server/staff/queries/find-actor.ts";
import { beginImport } from "../../server/transactions/actions/begin-import.ts";
import { runImport } from "../../server/transactions/actions/run-import.ts";
import { listImportErrors } from "../../server/transactions/queries/import-errors.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenMerchant, givenSale } from "../support/given-rows.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const heading =
  "transaction_id,voucher_number,card_last4,paid_on,amount,currency,reason,customer_name,phone,email,language,message";

async function sale() {
  const id = await givenSale(api.house.db, await givenMerchant(api.house.db));
  return api.house.db
    .selectFrom("transaction")
    .select(["id", "acquirer_reference", "card_last4", "processed_at"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}
type Sale = Awaited<ReturnType<typeof sale>>;

function rowOf({ acquirer_reference, card_last4, processed_at }: Sale, change: Record<string, string> = {}): string {
  const fields: Record<string, string> = {
    transaction_id: acquirer_reference,
    card_last4,
    paid_on: processed_at.toISOString().slice(0, 10),
    ...{ amount: "129.00", currency: "CNY", reason: "重复扣款", customer_name: "李雷", phone: "13800138000" },
    ...{ email: "", language: "zh", message: "刷了两次" },
    ...change,
  };
  return heading
    .split(",")
    .map((name) => fields[name] ?? "")
    .join(",");
}

const take = (...rows: readonly string[]) => takeAs(systemActor, ...rows);

async function anImporter(): Promise<Actor> {
  const { staffId: id } = await api.another("ADMINISTRATOR");
  const actor = await findStaffActor(api.house.db, id, api.clock.now());
  if (actor === null) throw new Error("Nobody is there to import");
  return actor;
}

async function takeAs(actor: Actor, ...rows: readonly string[]) {
  const ctx = { ...api.house, actor, locale: "en" } as const;
  const content = Buffer.from(`${[heading, ...rows].join("\n")}\n`);
  const file = { kind: "REQUESTS", fileName: "requests.csv", state: "RUNNING", bytesTotal: content.length } as const;
  const id = await beginImport(api.house.db, ctx, file);
  const run = await runImport(ctx, id, bufferSource(content), requestsImporter);
  return { run, errors: await listImportErrors(api.house.db, id, { first: 50, afterLine: 0 }) };
}

describe("customers' requests by file", () => {
  test("open a case each, with its customer, their words and its triage; again they change nothing", async () => {
    const [one, other] = [await sale(), await sale()];
    const rows = [rowOf(one), rowOf(other, { reason: "not_as_described", language: "en", amount: "1" })];
    expect((await take(...rows)).run).toMatchObject({ state: "DONE", rows_new: 2, rows_bad: 0 });
    const opened = await api.house.db
      .selectFrom("cases")
      .innerJoin("customer", "customer.id", "cases.customer_id")
      .select([
        "cases.state",
        "cases.channel",
        "cases.reason",
        "cases.amount_minor",
        "customer.name",
        "customer.locale",
      ])
      .where("cases.transaction_id", "=", one.id)
      .execute();
    expect(opened).toEqual([
      {
        ...{ state: "NEW", channel: "FILE", reason: "DUPLICATE_CHARGE", amount_minor: 12_900n },
        ...{ name: "李雷", locale: "zh-CN" },
      },
    ]);
    expect((await take(...rows)).run).toMatchObject({ rows_new: 0, rows_same: 2, rows_bad: 0 });
    const { rows: jobs } = await api.house.database.pool.query(
      "select id from jobs.job where name = 'triage-case' and data->>'caseId' in (select id::text from cases where channel = 'FILE')",
    );
    expect(jobs).toHaveLength(2);
  });

  test.each([
    ["a payment that is not on file", { transaction_id: "NOWHERE" }, "PAYMENT_NOT_FOUND"],
    ["another card", { card_last4: "0000" }, "PAYMENT_NOT_FOUND"],
    ["no number at all", { transaction_id: "" }, "SLIP_NUMBER"],
    ["nobody to call", { phone: "" }, "CONTACT_MISSING"],
    ["a card number for a telephone", { phone: "4111111111111111" }, "PHONE_INVALID"],
    ["a reason of its own", { reason: "felt like it" }, "UNKNOWN_WORD"],
    ["more than was paid", { amount: "1299.01" }, "ABOVE_SALE"],
    ["another currency", { currency: "USD" }, "CURRENCY_OF_SALE"],
  ])("%s is reported by line, and the rows around it are taken", async (_what, change, code) => {
    const [bad, good] = [await sale(), await sale()];
    const { run, errors } = await take(rowOf(bad, change), rowOf(good));
    expect(run).toMatchObject({ rows_new: 1, rows_bad: 1 });
    expect(errors).toMatchObject([{ line: 2, problems: [{ code }] }]);
  });

  test("what the report made harmless for a spreadsheet is what it was, when it is dropped again", async () => {
    const paid = await sale();
    const csv = stringify(
      [rowOf(paid, { phone: "+86 139 1234 5678", message: "-20 刷了两次" }).split(",")],
      forSpreadsheets,
    );
    expect(csv).toContain("'+86");
    const { run, errors } = await take(csv.replace(/^\ufeff/, "").trim());
    expect(errors).toEqual([]);
    expect(run).toMatchObject({ rows_new: 1 });
    const opened = await api.house.db
      .selectFrom("cases")
      .innerJoin("customer", "customer.id", "cases.customer_id")
      .innerJoin("case_message", "case_message.case_id", "cases.id")
      .select(["customer.phone", "case_message.body"])
      .where("cases.transaction_id", "=", paid.id)
      .executeTakeFirstOrThrow();
    expect(opened).toEqual({ phone: "+8613912345678", body: "-20 刷了两次" });
  });

  test("the same row by a colleague opens nothing either, also when the first case has ended", async () => {
    const paid = await sale();
    const row = rowOf(paid, { amount: "5" });
    expect((await takeAs(await anImporter(), row)).run).toMatchObject({ rows_new: 1 });
    await api.house.db
      .updateTable("cases")
      .set({ state: "CLOSED", outcome: "DECLINED", closed_at: new Date(), waits_on: "NOBODY" })
      .where("transaction_id", "=", paid.id)
      .execute();
    expect((await takeAs(await anImporter(), row)).run).toMatchObject({ rows_new: 0, rows_same: 1 });
    expect((await take(row)).run).toMatchObject({ rows_new: 0, rows_same: 1 });
  });

  test("the same row stays taken when its slip fits a later payment too", async () => {
    const { db } = api.house;
    const merchant = await givenMerchant(db);
    const charged = async () => {
      const id = await givenSale(db, merchant);
      await db
        .updateTable("transaction")
        .set({ acquirer_reference: `T-${id}`, voucher_number: "770412" })
        .where("id", "=", id)
        .execute();
      return id;
    };
    const first = await charged();
    const { processed_at } = await db
      .selectFrom("transaction")
      .select("processed_at")
      .where("id", "=", first)
      .executeTakeFirstOrThrow();
    const row = rowOf(
      { id: first, acquirer_reference: "", card_last4: "1111", processed_at },
      { voucher_number: "770412" },
    );
    expect((await take(row)).run).toMatchObject({ rows_new: 1, rows_bad: 0 });
    await charged();
    expect((await take(row)).run).toMatchObject({ state: "DONE", rows_new: 0, rows_same: 1 });
  });

  test("a second matter about a payment with an open case is handed back with the number of that case", async () => {
    const paid = await sale();
    const { errors } = await take(rowOf(paid), rowOf(paid, { amount: "5" }));
    const { number } = await api.house.db
      .selectFrom("cases")
      .select("number")
      .where("transaction_id", "=", paid.id)
      .executeTakeFirstOrThrow();
    expect(errors).toMatchObject([{ line: 3, problems: [{ code: "ALREADY_OPEN", number }] }]);
  });
});
