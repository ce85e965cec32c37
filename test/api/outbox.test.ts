import { afterAll, beforeAll, expect, test } from "vitest";
import { caseLinkToken } from "../../server/cases/case-link.ts";
import { newId } from "../../server/kernel/ids.ts";
import { sha256 } from "../../server/platform/journal.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { actOn, caseRow, givenCase, staffActorOf } from "../support/given-case.ts";
import { tablesWith } from "../support/what-is-stored.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

function noticesOf(caseId: string) {
  return api.house.db
    .selectFrom("notice")
    .selectAll()
    .where("case_id", "=", caseId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

async function jobsFor(noticeIds: readonly string[]): Promise<number> {
  const { rows } = await api.house.database.pool.query(
    "select 1 from jobs.job where name = 'send-notice' and data ->> 'noticeId' = any($1)",
    [noticeIds],
  );
  return rows.length;
}

test("a move writes what it tells, and the jobs that send it, in its own transaction", async () => {
  const customer = { name: "王小明", phone: "13800138000", email: "wang@example.com", locale: "zh-CN" } as const;
  const found = await givenCase(api, { customer, merchantId: api.own.merchantId });
  expect(await noticesOf(found.caseId)).toMatchObject([
    { kind: "REQUEST_RECEIVED", channel: "EMAIL", address: "wang@example.com", address_masked: "w***@example.com" },
    { kind: "REQUEST_RECEIVED", channel: "SMS", address: "13800138000", address_masked: "138****8000" },
  ]);
  await actOn(api, systemActor, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
  const asked = (await noticesOf(found.caseId)).slice(2);
  expect(asked).toMatchObject([
    { audience: "MERCHANT", channel: "CONSOLE", state: "DELIVERED", merchant_id: api.own.merchantId, staff_id: null },
    { audience: "MERCHANT", channel: "EMAIL", state: "WAITING", staff_id: api.as("MERCHANT_VERIFIER").staffId },
  ]);
  expect(asked[0]?.fields).toMatchObject({ caseNumber: found.number, amount: { minor: "12900", currency: "CNY" } });
  expect(await jobsFor((await noticesOf(found.caseId)).map(({ id }) => id))).toBe(3);
});

test("a move that does not commit tells nobody", async () => {
  const found = await givenCase(api, { merchantId: api.own.merchantId });
  const before = await noticesOf(found.caseId);
  const held = api.house.db.transaction().execute(async (trx) => {
    const { performCaseAction } = await import("../../server/cases/actions/perform-case-action.ts");
    const db = new Proxy(trx, {
      get: (target, name) =>
        name === "transaction"
          ? () => ({ execute: (work: (inner: typeof trx) => Promise<unknown>) => work(target) })
          : Reflect.get(target, name, target),
    });
    const command = { action: "BEGIN_VERIFICATION", input: {}, caseId: found.caseId, expectedVersion: 1 } as const;
    const ctx = { ...api.house, db, actor: systemActor, locale: "en" } as const;
    const moved = await performCaseAction(ctx, { ...command, idempotencyKey: newId() });
    expect(moved.ok).toBe(true);
    throw new Error("cut off");
  });
  await expect(held).rejects.toThrow("cut off");
  expect(await noticesOf(found.caseId)).toEqual(before);
});

test("a customer whom nothing reaches leaves one row that says so", async () => {
  const customer = { name: "王小明", phone: null, email: null, locale: "zh-CN" } as const;
  const { caseId } = await givenCase(api, { customer });
  expect(await noticesOf(caseId)).toMatchObject([{ kind: "REQUEST_RECEIVED", state: "SUPPRESSED", address: null }]);
});

test("nobody is told of what they did themselves", async () => {
  const agent = await staffActorOf(api, "SUPPORT_AGENT");
  const { caseId } = await givenCase(api);
  await actOn(api, agent, caseId, { action: "ASSIGN", input: { assigneeId: agent.id } });
  expect((await noticesOf(caseId)).filter(({ kind }) => kind === "CASE_ASSIGNED")).toEqual([]);
  const supervisor = await staffActorOf(api, "SUPERVISOR");
  await actOn(api, agent, caseId, { action: "ASSIGN", input: { assigneeId: supervisor.id } });
  expect((await noticesOf(caseId)).filter(({ kind }) => kind === "CASE_ASSIGNED")).toMatchObject([
    { staff_id: supervisor.id, channel: "CONSOLE", state: "DELIVERED" },
  ]);
});

test("every customer's case has a private link that the desk can make again, and stores no token", async () => {
  const { caseId } = await givenCase(api, { link: undefined });
  const row = await caseRow(api, caseId);
  const token = caseLinkToken(api.house.signing, caseId, row.link_key ?? "");
  expect(sha256(token)).toBe(row.link_hash);
  expect(await tablesWith(api.house.db, [token])).toEqual([]);
});

test("a room writes a notice of its own once a key, and only inside a transaction", async () => {
  const { staffId } = api.as("SUPPORT_AGENT");
  const notice = {
    kind: "TRAINING_DUE",
    reader: { staffId },
    fields: { course: { zh: "退款政策", en: "Refund policy" }, dueOn: "2026-12-01" },
    link: { path: "/learn" },
    writeKey: `training due ${newId()}`,
  } as const;
  const write = () => api.house.db.transaction().execute((trx) => api.house.writeNotice(trx, api.house, notice));
  await Promise.all([write(), write()]);
  await write();
  const rows = await api.house.db
    .selectFrom("notice")
    .select(["channel", "state", "link"])
    .where("write_key", "like", `${notice.writeKey}%`)
    .orderBy("channel")
    .execute();
  expect(rows).toMatchObject([
    { channel: "CONSOLE", state: "DELIVERED", link: { path: "/learn" } },
    { channel: "EMAIL", state: "WAITING" },
  ]);
  await expect(api.house.writeNotice(api.house.db, api.house, { ...notice, writeKey: newId() })).rejects.toThrow(
    "outside the transaction",
  );
});

test("a lost link is sent to the contact of its case, and to nobody else", async () => {
  const customer = { name: "Li", phone: null, email: "li@example.com", locale: "en" } as const;
  const { caseId, number } = await givenCase(api, { customer });
  await api.house.db.transaction().execute((trx) =>
    api.house.writeNotice(trx, api.house, {
      kind: "CASE_LINK",
      reader: { customerOfCase: caseId },
      fields: { caseNumber: number },
    }),
  );
  const sent = (await noticesOf(caseId)).filter(({ kind }) => kind === "CASE_LINK");
  expect(sent).toMatchObject([{ channel: "EMAIL", address: "li@example.com", locale: "en", case_id: caseId }]);
});
