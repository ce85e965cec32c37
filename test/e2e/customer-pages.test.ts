import type { Page } from "playwright-core";
import { beforeAll, expect, inject, test } from "vitest";
import { askForRefund } from "../support/customer-form.ts";
import { demoPayment } from "../support/demo-api.ts";
import { breachesOf, cutTexts, missingTexts, sidewaysScroll } from "../support/look-at-screen.ts";
import { sharedBrowser } from "../support/shared-browser.ts";
import { until } from "../support/until.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

let link: string;
beforeAll(async () => {
  await deskIsOpen();
  await visitDesk("customer-pages", async ({ address, customer }) => {
    const payment = await demoPayment(address, { inSightOf: "agent", fromMinor: 12_000, belowMinor: 20_000 });
    const page = await customer("/r/new");
    ({ link } = await askForRefund(page, payment, "与描述不符或有质量问题"));
    // What is decided by itself is decided a moment later.
    const shopIsAsked = async () => (await (await page.request.get(link)).text()).includes("商户正在核实");
    await until("the shop is asked", shopIsAsked, (isSo) => isSo, 60_000);
  });
});

const narrow = { viewport: { width: 320, height: 640 }, timezoneId: "Asia/Shanghai" } as const;

async function visit(options: object, look: (page: Page, address: string) => Promise<void>): Promise<void> {
  const browser = await sharedBrowser();
  const context = await browser.newContext({ ...narrow, ...options });
  try {
    await look(await context.newPage(), inject("demoDesk"));
  } finally {
    await context.close();
  }
}

test("without JavaScript the state can be read, in either language", async () => {
  await visit({ javaScriptEnabled: false, locale: "zh-CN" }, async (page) => {
    await page.goto(link);
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("商户正在核实");
    expect(await page.content()).toContain("需要启用 JavaScript");
    await page.getByRole("link", { name: "English" }).click();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("The shop is checking");
    await page.getByText("Where your money is").waitFor();
  });
});

test("without JavaScript the forms say in both languages what to do instead, and how the desk is reached", async () => {
  await visit({ javaScriptEnabled: false, locale: "zh-CN" }, async (page, address) => {
    for (const [at, heading] of [
      ["/r/new", "申请退款"],
      ["/r/lost", "找回链接"],
    ] as const) {
      await page.goto(`${address}${at}`);
      expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(heading);
      const said = page.locator("noscript section");
      await said.first().waitFor();
      const [here, other] = await said.allInnerTexts();
      expect(here).toContain("请在浏览器设置中打开它");
      expect(other).toContain("switch JavaScript on in the browser's settings");
      expect(await page.locator(".opening").isVisible()).toBe(false);
      expect(await page.locator("footer a[href^='tel:']").count()).toBe(1);
    }
  });
});

test("an address that was cut short leads to the form", async () => {
  await visit({ locale: "zh-CN" }, async (page, address) => {
    for (const short of ["/r", "/r/"]) {
      await page.goto(`${address}${short}`);
      expect(new URL(page.url()).pathname).toBe("/r/new");
    }
    await page.goto(`${address}/policy/`);
    await page.getByRole("link", { name: "申请退款" }).click();
    await page.getByLabel("小票上的凭证号").waitFor();
  });
});

test("on a slow network the form says that it opens, nothing jumps when it does, and a reload at the second step keeps all", async () => {
  await visit({ locale: "zh-CN" }, async (page, address) => {
    const payment = await demoPayment(address, { inSightOf: "agent", fromMinor: 40_000, belowMinor: 60_000 });
    const network = await page.context().newCDPSession(page);
    await network.send("Network.enable");
    const slow = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 };
    await network.send("Network.emulateNetworkConditions", slow);
    await countShifts(page);
    await page.goto(`${address}/r/new`, { waitUntil: "commit" });
    await page.getByText("正在打开申请表").waitFor();
    await page.getByLabel("小票上的凭证号").waitFor({ timeout: 30_000 });
    expect(await page.getByText("正在打开申请表").count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, "shifted"))).toBeLessThan(0.05);
    await page.getByLabel("小票上的凭证号").fill(payment.voucherNumber);
    await page.getByLabel("卡号后四位").fill(payment.cardLast4);
    await page.getByLabel("付款金额").fill(payment.paid);
    await page.getByRole("button", { name: "查找付款" }).click();
    await page.getByRole("button", { name: "请稍候…" }).waitFor();
    await page.getByRole("button", { name: "是，就是这笔" }).click();
    await page.getByLabel("已经退货，钱没退").check();
    await page.reload({ waitUntil: "commit" });
    expect(await page.getByLabel("已经退货，钱没退").isChecked()).toBe(true);
    await page.getByRole("button", { name: "继续" }).click();
    await page.getByText(new RegExp(payment.paid.replace(/(\d)(?=(\d{3})+\.)/g, "$1,"))).waitFor();
  });
});

/** From now on the page adds up how far it jumped, in `window.shifted`. */
function countShifts(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    Object.assign(window, { shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        Reflect.set(window, "shifted", Reflect.get(window, "shifted") + Reflect.get(entry, "value"));
    }).observe({ type: "layout-shift", buffered: true });
  });
}

test("on a slow network the state is read before the script is there, and nothing jumps when it comes", async () => {
  await visit({ locale: "en-GB" }, async (page) => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/assets/*.js", async (route) => {
      await held;
      await route.continue();
    });
    await countShifts(page);
    await page.goto(link, { waitUntil: "commit" });
    await page.getByRole("heading", { name: "The shop is checking" }).waitFor();
    expect(await page.getByText("Write to us").count()).toBe(0);
    release();
    await page.getByText("Write to us").waitFor();
    expect(await page.locator("#plain").count()).toBe(0);
    expect(await page.evaluate(() => Reflect.get(window, "shifted"))).toBeLessThan(0.05);
  });
});

test("every page, each step of the form, and all boxes behind the link: in both languages and themes it fits 320 pixels, and axe finds nothing", async () => {
  const found: Record<string, readonly string[]> = {};
  await visit({ locale: "zh-CN", colorScheme: "light", hasTouch: true, isMobile: true }, async (page, address) => {
    const lookAt = (screen: string) => lookInBoth(page, screen, found);
    for (const at of [`${address}/r/new`, `${address}/r/lost`, link, `${address}/r/no-such-link-at-all`]) {
      await page.goto(at);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await lookAt(at);
    }
    const payment = await demoPayment(address, { inSightOf: "agent", fromMinor: 30_000, belowMinor: 40_000 });
    await page.goto(`${address}/r/new`);
    const { link: own } = await askForRefund(page, payment, "同一笔被扣了两次", lookAt);
    await page.goto(own);
    await page.getByText("给我们留言").waitFor();
    for (const box of await page.locator("main details > summary").all()) await box.click();
    await lookAt("the page behind the link");
  });
  expect(found).toEqual({});
});

/** The screen in each language, and back to the first. */
async function lookInBoth(page: Page, screen: string, found: Record<string, readonly string[]>): Promise<void> {
  for (const next of ["English", "中文"]) {
    await page.getByRole("button", { name: next }).waitFor();
    const mistakes = await looks(page);
    if (mistakes.length > 0) found[`${screen}, before ${next}`] = mistakes;
    await page.getByRole("button", { name: next }).click();
    await page.getByRole("button", { name: next === "English" ? "中文" : "English" }).waitFor();
  }
}

/** As the screen is, then in the dark. */
async function looks(page: Page): Promise<readonly string[]> {
  const mistakes = [...(await breachesOf(page, "all")), ...(await missingTexts(page)), ...(await cutTexts(page))];
  const sideways = await sidewaysScroll(page);
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await breachesOf(page, "colours");
  await page.emulateMedia({ colorScheme: "light" });
  return [...mistakes, ...(sideways > 0 ? [`moves sideways by ${sideways}`] : []), ...dark];
}
