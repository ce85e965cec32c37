import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenVersion } from "../support/policy-room.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await givenVersion(api, (content) => ({
    ...content,
    title: { zh: "退款政策", en: "Refunds & <returns>" },
    feeBasisPoints: 60,
    feeFixed: [
      { minor: "100", currency: "CNY" },
      { minor: "20", currency: "JPY" },
    ],
  }));
  api.clock.advance({ minutes: 1 });
});
afterAll(() => api.close());

const read = (url: string, language = "en") =>
  api.app.inject({ method: "GET", url, headers: { "accept-language": language, accept: "text/html" } });

test("anybody reads the policy in force without a script, in either language", async () => {
  const { statusCode, headers, body } = await read("/policy/default");
  expect(statusCode).toBe(200);
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(body).not.toContain("<script");
  expect(body).toContain('<html lang="en">');
  expect(body).toContain("v2");
  expect((await read("/policy/default?lang=zh-CN")).body).toContain("退款政策");
  // Whoever has read it is led to the form, in the same language.
  expect(body).toContain('<a href="/r/new?lang=en">Ask for a refund</a>');
});

test("what people wrote is text and never markup", async () => {
  expect((await read("/policy/default")).body).toContain("Refunds &amp; &lt;returns&gt;");
});

test("an older version can be read, and names itself", async () => {
  const { body } = await read("/policy/default?version=v1");
  expect(body).toContain("Refunds of card-present sales");
});

test("the bare address leads to the policy for everyone, and a scope without one is not there", async () => {
  expect((await read("/policy/?lang=en")).headers.location).toBe("/policy/default?lang=en");
  const none = await read("/policy/nothing-of-ours", "zh-CN");
  expect(none.statusCode).toBe(404);
  // Whoever mistyped an address is a reader, not a program.
  expect(none.headers["content-type"]).toContain("text/html");
  expect(none.body).toContain("没有这项政策");
  expect(none.body).toContain('href="?lang=en">English</a>');
  expect((await read("/policy/nothing-of-ours")).body).toContain('<a href="/policy/?lang=en">');
});

test("it says whose it is and how they are reached, and is white on paper", async () => {
  const { nameEn, nameZh } = await api.house.settings.current();
  await api.house.db.updateTable("desk_settings").set({ phone: "021-5555 0100" }).execute();
  await api.house.settings.renew();
  const { body } = await read("/policy/default");
  expect(body).toContain(`${nameEn} · <a lang="zh-CN"`);
  expect(body).toContain("<p>Phone 021-5555 0100</p>");
  expect((await read("/policy/default", "zh-CN")).body).toContain(`${nameZh} · <a lang="en"`);
  for (const [rule] of body.matchAll(/@media[^{]*dark[^{]*/g)) expect(rule).toMatch(/^@media screen and /);
});

test("what a refund costs, and who bears it, is on it in either language", async () => {
  const said = async (address: string, language?: string) => {
    const [, part = ""] = /<h2>(?:What it costs|费用)<\/h2>(.*?)<h2>/s.exec((await read(address, language)).body) ?? [];
    return part.replaceAll("\u00a0", " ").match(/[^<>\n]+(?=<\/p>)/g);
  };
  expect(await said("/policy/default")).toEqual([
    "The shop bears the fee; you never pay for a refund.",
    "The fee is 0.60% of what goes back, and besides a fixed CNY 1.00 or JPY 20, by currency.",
  ]);
  expect(await said("/policy/default", "zh-CN")).toEqual([
    "费用由商户承担，您无需支付任何费用。",
    "费用为退回金额的 0.60%，另按币种每笔固定 CNY 1.00 或 JPY 20。",
  ]);
  expect(await said("/policy/default?version=v1")).toEqual(["A refund costs nothing."]);
});

test("how a case is decided is not on it", async () => {
  const { body } = await read("/policy/default");
  for (const word of ["APPROVE", "straight", "CNY 1,000.00"]) expect(body).not.toContain(word);
});
