import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeCaseLink } from "../../server/cases/case-link.ts";
import { newId } from "../../server/kernel/ids.ts";
import { webhookSecret } from "../../server/notices/channels/webhook-secret.ts";
import type { NoticeToWrite } from "../../server/notices/domain/notice-to-write.ts";
import { noticeJobs } from "../../server/notices/jobs/notice-jobs.ts";
import { sendNotice } from "../../server/notices/jobs/send-notice.ts";
import { sweepNotices } from "../../server/notices/jobs/sweep-notices.ts";
import { givenMerchant } from "../support/given-rows.ts";
import { openNoticeDesk } from "../support/notice-desk.ts";
import { until } from "../support/until.ts";

let desk: Awaited<ReturnType<typeof openNoticeDesk>>;
beforeAll(async () => {
  desk = await openNoticeDesk({ works: true });
});
afterAll(() => desk.close());

const never = new AbortController().signal;
const send = (id: string, channels = desk.channels) => sendNotice(desk.house, channels, id, never);

async function write(notice: NoticeToWrite): Promise<readonly string[]> {
  const { house } = desk;
  const since = await house.db.selectFrom("notice").select("id").execute();
  await house.db.transaction().execute((trx) => house.writeNotice(trx, house, notice));
  const known = new Set(since.map(({ id }) => id));
  const all = await house.db.selectFrom("notice").select("id").orderBy("channel").orderBy("id").execute();
  return all.map(({ id }) => id).filter((id) => !known.has(id));
}

async function one(notice: NoticeToWrite): Promise<string> {
  const [id] = await write(notice);
  if (id === undefined) throw new Error("Nothing was written");
  return id;
}

const invitation = (email: string): NoticeToWrite => ({
  kind: "STAFF_INVITED",
  reader: { email, locale: "zh-CN" },
  fields: { role: { zh: "客服", en: "Support agent" } },
  link: { path: "/join/", token: { purpose: "staff invitation", words: ["abc"] } },
});

function noticeRow(id: string) {
  return desk.house.db.selectFrom("notice").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
}
async function triesOf(id: string) {
  const tries = desk.house.db.selectFrom("notice_attempt").select(["answer", "code"]).where("notice_id", "=", id);
  return (await tries.orderBy("at").execute()).map(({ answer, code }) => `${answer} ${code}`);
}
const mailsTo = (email: string) => desk.mail.received.filter(({ to }) => to === email);

describe("by e-mail", () => {
  test("it is written in the reader's language, leads to where it should, and keeps no address afterwards", async () => {
    const id = await one(invitation("li@example.com"));
    await send(id);
    const [mail] = mailsTo("li@example.com");
    const token = desk.house.signing.sign("staff invitation", "abc");
    const text = Buffer.from(mail?.raw.split("\r\n\r\n").slice(1).join("") ?? "", "base64").toString();
    expect(`${text}${mail?.raw.replace(/=\r\n/g, "")}`).toContain(`https://desk.example/join/${token}`);
    expect(mail?.raw).toContain(`Message-ID: <${id}@desk.example>`);
    expect(await noticeRow(id)).toMatchObject({
      state: "DELIVERED",
      address: null,
      address_masked: "l***@example.com",
    });
    expect(await triesOf(id)).toEqual(["DELIVERED 250"]);
  });

  test("a reply of 4xx is tried again later, under the same message id; one of 5xx is given up at once", async () => {
    const later = await one(invitation("later@example.com"));
    desk.mail.answer(451);
    await send(later);
    expect(await noticeRow(later)).toMatchObject({ state: "WAITING", attempts: 1, address: "later@example.com" });
    await send(later);
    expect(await triesOf(later), "not before its time").toEqual(["PUT_OFF 451"]);
    desk.clock.advance({ minutes: 1 });
    await send(later);
    expect(await triesOf(later)).toEqual(["PUT_OFF 451", "DELIVERED 250"]);

    const never550 = await one(invitation("gone@example.com"));
    desk.mail.answer(550);
    await send(never550);
    expect(await noticeRow(never550)).toMatchObject({ state: "DEAD", address: "gone@example.com" });
    expect(await triesOf(never550)).toEqual(["REFUSED 550"]);
  });
});

async function givenCustomer(phone: string) {
  const { house } = desk;
  const caseId = newId();
  const merchantId = await givenMerchant(house.db);
  const now = house.clock.now();
  const link = makeCaseLink(house.signing, caseId, newId(), now);
  const customerId = newId();
  await house.db
    .insertInto("customer")
    .values({ id: customerId, name: "王小明", phone, email: null, locale: "zh-CN", created_at: now })
    .execute();
  await house.db
    .insertInto("cases")
    .values({
      ...{ id: caseId, number: `RD-${caseId.slice(-6)}`, state: "NEW", stage: "REQUEST", origin: "CUSTOMER" },
      ...{ channel: "WEB", reason: "OTHER", currency: "CNY", amount_minor: 100n, merchant_id: merchantId },
      ...{ customer_id: customerId, opened_at: now, due_at: now, chain_head: "0", event_count: 0 },
      ...{ link_key: link.key, link_hash: link.hash, link_expires_at: link.expiresAt },
    })
    .execute();
  return { caseId, link };
}
const caseLink = (caseId: string): NoticeToWrite => ({
  kind: "CASE_LINK",
  reader: { customerOfCase: caseId },
  fields: { caseNumber: "RD-26-000001" },
});

describe("by SMS", () => {
  test("the gateway gets number, text with the private link, and the key", async () => {
    const { caseId, link } = await givenCustomer("13900000001");
    const id = await one(caseLink(caseId));
    await send(id);
    const post = desk.gateway.received.find(({ headers }) => headers["idempotency-key"] === id);
    expect(post?.headers.authorization).toBe("Bearer gateway-token");
    expect(JSON.parse(post?.body ?? "")).toEqual({
      id,
      to: "13900000001",
      text: `查看申请 RD-26-000001 的专属链接：https://desk.example/r/${link.token} 如非本人索取请忽略。`,
      locale: "zh-CN",
    });
  });

  test("an answer that is lost is asked for again under the same key, so that one message is sent", async () => {
    const { caseId } = await givenCustomer("13900000002");
    const id = await one(caseLink(caseId));
    desk.gateway.answer(0, 503);
    await send(id);
    expect(await noticeRow(id)).toMatchObject({ state: "WAITING" });
    for (let again = 0; again < 2; again++) {
      desk.clock.advance({ minutes: 10 });
      await send(id);
    }
    expect(await triesOf(id)).toEqual(["UNREACHABLE ECONNRESET", "PUT_OFF HTTP 503", "DELIVERED HTTP 204"]);
    const keys = desk.gateway.received.map(({ headers }) => headers["idempotency-key"]).filter((key) => key === id);
    expect(keys).toHaveLength(3);
    expect([...desk.gateway.acted].filter((key) => key === id)).toHaveLength(1);
  });

  test("a link that was renewed meanwhile is sent as the new one", async () => {
    const { caseId } = await givenCustomer("13900000003");
    const id = await one(caseLink(caseId));
    const renewed = makeCaseLink(desk.house.signing, caseId, newId(), desk.clock.now());
    await desk.house.db
      .updateTable("cases")
      .set({ link_key: renewed.key, link_hash: renewed.hash })
      .where("id", "=", caseId)
      .execute();
    await send(id);
    expect(desk.gateway.received.at(-1)?.body).toContain(renewed.token);
  });
});

async function givenEndpoint(url: string) {
  const merchantId = await givenMerchant(desk.house.db);
  const id = newId();
  const row = { id, audience: "MERCHANT", merchant_id: merchantId, url, created_at: desk.clock.now() } as const;
  await desk.house.db.insertInto("webhook_endpoint").values(row).execute();
  return { id, merchantId };
}
const closed = (merchantId: string): NoticeToWrite => ({
  kind: "MERCHANT_CASE_CLOSED",
  reader: { merchantId },
  fields: { caseNumber: "RD-26-000009" },
  over: ["WEBHOOK"],
});

describe("by signed webhook", () => {
  test("the receiver can verify it, and knows by its id that it came twice", async () => {
    const endpoint = await givenEndpoint(desk.hook.url);
    const id = await one(closed(endpoint.merchantId));
    desk.hook.answer(500);
    await send(id);
    desk.clock.advance({ minutes: 1 });
    await send(id);
    const posts = desk.hook.received.filter(({ headers }) => headers["webhook-id"] === id);
    expect(posts).toHaveLength(2);
    const secret = webhookSecret(desk.house.signing, { id: endpoint.id, secretVersion: 1 });
    for (const { headers, body } of posts) {
      const heard = new Webhook(secret).verify(body, headers as Record<string, string>);
      expect(heard).toMatchObject({ type: "MERCHANT_CASE_CLOSED", data: { caseNumber: "RD-26-000009" } });
    }
    const other = webhookSecret(desk.house.signing, { id: endpoint.id, secretVersion: 2 });
    const [first] = posts;
    expect(() => new Webhook(other).verify(first?.body ?? "", first?.headers as Record<string, string>)).toThrow();
  });

  test.each([
    [400, "REFUSED", "DEAD"],
    [302, "REFUSED", "DEAD"],
    [410, "REFUSED", "DEAD"],
    [429, "PUT_OFF", "WAITING"],
    [503, "PUT_OFF", "WAITING"],
  ] as const)("an answer of %d is %s: the notice is %s", async (status, answer, state) => {
    const id = await one(closed((await givenEndpoint(desk.hook.url)).merchantId));
    desk.hook.answer(status);
    await send(id);
    expect(await triesOf(id)).toEqual([`${answer} HTTP ${status}`]);
    expect(await noticeRow(id)).toMatchObject({ state });
  });

  test.each([
    "http://127.0.0.1:9/",
    "http://[::1]/",
    "http://169.254.169.254/latest",
    "http://localhost:9/",
    "http://[::ffff:10.0.0.1]/",
  ])("an address inside our own network is not called: %s", async (url) => {
    const id = await one(closed((await givenEndpoint(url)).merchantId));
    await send(id, desk.publicOnly);
    expect(await triesOf(id)).toEqual(["NOT_ALLOWED null"]);
    expect(await noticeRow(id)).toMatchObject({ state: "DEAD" });
  });

  test("an endpoint that was switched off meanwhile hears nothing", async () => {
    const endpoint = await givenEndpoint(desk.hook.url);
    const id = await one(closed(endpoint.merchantId));
    const off = { disabled_at: desk.clock.now() };
    await desk.house.db.updateTable("webhook_endpoint").set(off).where("id", "=", endpoint.id).execute();
    await send(id);
    expect(await triesOf(id)).toEqual(["REFUSED ENDPOINT_GONE"]);
  });
});

test("an endpoint whose address was changed while a notice was written to it is called at the new one", async () => {
  const endpoint = await givenEndpoint("http://127.0.0.1:9/");
  const id = await one(closed(endpoint.merchantId));
  await desk.house.db
    .updateTable("webhook_endpoint")
    .set({ url: desk.hook.url })
    .where("id", "=", endpoint.id)
    .execute();
  await send(id);
  expect(await noticeRow(id)).toMatchObject({ state: "DELIVERED" });
});

describe("whatever becomes of the workers", () => {
  test("many at once send it once", async () => {
    const id = await one(invitation("once@example.com"));
    await Promise.all(Array.from({ length: 8 }, () => send(id)));
    expect(mailsTo("once@example.com")).toHaveLength(1);
    expect(await triesOf(id)).toEqual(["DELIVERED 250"]);
  });

  test("one that dies in the middle leaves its sign, and another sends it when the lease is over", async () => {
    const id = await one(invitation("heir@example.com"));
    const dying = { ...desk.channels, EMAIL: () => Promise.reject(new Error("killed")) };
    await expect(send(id, dying)).rejects.toThrow("killed");
    await send(id);
    expect(mailsTo("heir@example.com"), "the lease still runs").toEqual([]);
    desk.clock.advance({ minutes: 1 });
    await desk.house.database.pool.query(
      "delete from jobs.job where name = 'send-notice' and data ->> 'noticeId' = $1",
      [id],
    );
    expect(await sweepNotices(desk.house)).toBeGreaterThan(0);
    await send(id);
    expect(await triesOf(id)).toEqual(["SENDING null", "DELIVERED 250"]);
  });

  test("the queue does all of it by itself", async () => {
    await desk.house.jobs.startWorkers(desk.house, noticeJobs(desk.channels));
    await one(invitation("queue@example.com"));
    await until(
      "the mail",
      async () => mailsTo("queue@example.com").length,
      (count) => count === 1,
      10_000,
    );
  });
});
