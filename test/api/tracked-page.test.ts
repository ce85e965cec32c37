import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { deskDay } from "../../server/kernel/desk-day.ts";
import { newId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { waive } from "../support/case-stages.ts";
import { actOn, type GivenCase, givenCase, staffActorOf } from "../support/given-case.ts";

let api: TestApi;
let agent: Actor;
let found: GivenCase;
beforeAll(async () => {
  api = await startTestApi();
  agent = await staffActorOf(api, "SUPPORT_AGENT");
});
afterAll(() => api.close());
beforeEach(async () => {
  found = await givenCase(api);
});

const read = (url: string, headers: Record<string, string> = { "accept-language": "en" }) =>
  api.app.inject({ method: "GET", url, headers });

describe("the customer's page without a script", () => {
  test("is a whole document that says how it stands, and is kept by nobody on the way", async () => {
    const page = await read(`/r/${found.token}`);
    expect(page.statusCode).toBe(200);
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "content-security-policy": expect.stringContaining("default-src 'self'"),
    });
    expect(page.headers["content-security-policy"]).not.toContain("wasm");
    expect(page.body).toContain('<html lang="en">');
    expect(page.body).toContain(found.number);
    expect(page.body).toMatch(/<h1><span>We have your request and are looking at it\./);
    expect(page.body).toContain("You paid the shop");
    expect(page.body).not.toContain("receipt");
  });

  test.each([
    ["the address", "?lang=zh-CN", { "accept-language": "en" }, "zh-CN"],
    ["what was chosen before", "", { "accept-language": "zh", cookie: "a=b; redress.language=en" }, "en"],
    ["the browser", "", { "accept-language": "zh-CN,zh;q=0.9" }, "zh-CN"],
    ["the browser, where the address names none of ours", "?lang=fr", { "accept-language": "en" }, "en"],
  ])("speaks the language of %s", async (_what, query, headers, lang) => {
    const { body } = await read(`/r/${found.token}${query}`, headers);
    expect(body).toContain(`<html lang="${lang}">`);
    expect(body).toContain(lang === "en" ? "Where your money is" : "钱在哪里");
  });

  test("shows what people wrote, and never as tags", async () => {
    const message = `<script>alert("x")</script> & 'more'`;
    await actOn(api, agent, found.caseId, { action: "REQUEST_INFORMATION", input: { message } });
    const { body } = await read(`/r/${found.token}`);
    expect(body).toContain("We need one thing from you");
    expect(body).toContain("the request closes without a refund");
    expect(body).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;more&#39;");
    expect(body).not.toContain("<script");
  });

  test("no line of what people wrote ends within an amount or a day", async () => {
    const message = "You paid CNY 129.00 on 24 November 2026, by e-mail order?";
    await actOn(api, agent, found.caseId, { action: "REQUEST_INFORMATION", input: { message } });
    const { body } = await read(`/r/${found.token}`);
    expect(body).toContain("You paid <i>CNY 129.00</i> on <i>24 November 2026</i>, by <i>e-mail</i> order?");
  });

  test("tells a refusal with the agency's address", async () => {
    await actOn(api, agent, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
    const input = { reason: "The slip is of another shop.", overrideReason: "Read by eye." };
    await actOn(api, agent, found.caseId, { action: "DECLINE_REQUEST", input });
    const { body } = await read(`/r/${found.token}`);
    expect(body).toContain("The slip is of another shop.");
    expect(body).toContain('<a href="https://www.12315.cn"');
    expect(body).toContain('<a href="tel:12315">');
    expect(body).toContain("Why we did not agree");
    expect(body).toContain("It stays with the shop");
  });

  test.each(["x", "x".repeat(43), `${"x".repeat(99)}`, "%3Cscript%3E"])(
    "of the wrong link %s tells nothing but the ways on",
    async (token) => {
      const page = await read(`/r/${token}`);
      expect(page.statusCode).toBe(404);
      expect(page.headers["cache-control"]).toBe("no-store");
      expect(page.body).toContain("This link does not open anything");
      expect(page.body).toContain('href="/r/lost"');
      expect(page.body).not.toContain("<script");
    },
  );
});

describe("the receipt", () => {
  test("is there once the money has gone back, and leads to the page before", async () => {
    const before = await read(`/r/${found.token}/receipt`);
    expect(before.statusCode).toBe(303);
    expect(before.headers["location"]).toBe(`/r/${found.token}`);
    await settleRefund();
    const page = await read(`/r/${found.token}/receipt`);
    expect(page.statusCode).toBe(200);
    expect(page.headers["cache-control"]).toBe("no-store");
    for (const said of ["Refund receipt", found.number, "CNY 129.00", "1111"]) expect(page.body).toContain(said);
    expect((await read(`/r/${found.token}`)).body).toContain(`/r/${found.token}/receipt`);
  });

  test("says what a bank finds the payment by, and the year of each day", async () => {
    await settleRefund();
    const { db } = api.house;
    const of = db.selectFrom("cases").select("transaction_id").where("id", "=", found.caseId);
    const { voucher_number: voucher, retrieval_reference: reference } = await db
      .updateTable("transaction")
      .set({ voucher_number: "004512", retrieval_reference: "627418842153" })
      .where("id", "in", of)
      .returning(["voucher_number", "retrieval_reference"])
      .executeTakeFirstOrThrow();
    const { body } = await read(`/r/${found.token}/receipt`);
    expect(body).toContain(`<dt>Voucher number</dt><dd><i>${voucher}</i></dd>`);
    expect(body).toContain(`<dt>Reference number (RRN)</dt><dd><i>${reference}</i></dd>`);
    const year = deskDay(api.clock.now()).slice(0, 4);
    expect(body).toMatch(new RegExp(`<dt>Refunded on</dt><dd>\\w+day <i>\\d+ \\w+ ${year}</i></dd>`));
    const { body: zh } = await read(`/r/${found.token}/receipt?lang=zh-CN`);
    expect(zh).toMatch(new RegExp(`<dt>退款日期</dt><dd><i>${year}年\\d+月\\d+日</i><i>星期.</i></dd>`));
  });

  test("names each time that money went back, and outlives a refund that did not go through", async () => {
    await settleRefund();
    await alsoRefund("SETTLED", 4_000n);
    await alsoRefund("CANCELLED", 777n);
    const { body } = await read(`/r/${found.token}/receipt`);
    expect(body.match(/CNY\s[\d.]+/g)?.map((sum) => sum.replace(/\s/, " "))).toEqual(["CNY 129.00", "CNY 40.00"]);
    const page = (await read(`/r/${found.token}`)).body;
    expect(page).toMatch(/Where your money is <b>CNY\s169\.00/);
    await alsoRefund("PROCESSING", 888n);
    const next = (await read(`/r/${found.token}`)).body;
    expect(next).toMatch(/Where your money is <b>CNY\s8\.88/);
    expect(next).toContain(`/r/${found.token}/receipt`);
  });

  test("of a wrong link is none", async () => {
    expect((await read("/r/wrong/receipt")).statusCode).toBe(303);
  });
});

/** The acquirer's last word, as a row: how it comes about is told in the tests of refunds. */
async function settleRefund(): Promise<void> {
  await actOn(api, agent, found.caseId, { action: "BEGIN_VERIFICATION", input: {} });
  for (const check of ["PROOF_PRESENT", "GOODS_STATE"] as const) await waive(api, found, check);
  await actOn(api, agent, found.caseId, {
    action: "APPROVE_REFUND",
    input: { amount: money(12_900n, "CNY"), reason: "Clear.", messageToCustomer: null },
  });
  const settled = { state: "SETTLED", settled_at: api.clock.now() } as const;
  await api.house.db.updateTable("refund").set(settled).where("case_id", "=", found.caseId).execute();
}

/** A further instruction of the same case, as it was left. */
async function alsoRefund(state: "SETTLED" | "CANCELLED" | "PROCESSING", minor: bigint): Promise<void> {
  const { db } = api.house;
  api.clock.advance({ minutes: 1 });
  const first = await db
    .selectFrom("refund")
    .selectAll()
    .where("case_id", "=", found.caseId)
    .orderBy("created_at")
    .executeTakeFirstOrThrow();
  const at = api.clock.now();
  const times = { created_at: at, settled_at: state === "SETTLED" ? at : null };
  const holds = { holds_money: state === "PROCESSING", instruction_key: newId() };
  await db
    .insertInto("refund")
    .values({ ...first, ...times, ...holds, id: newId(), state, amount_minor: minor })
    .execute();
}
