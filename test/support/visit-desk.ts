import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { inject } from "vitest";
import { demoPassword, emailOf } from "../../server/demo/demo-staff.ts";
import { untilReady } from "./demo-api.ts";
import { sharedBrowser } from "./shared-browser.ts";

/** Real people at the demo desk, each in a browser profile of their own. */
export interface Visit {
  readonly address: string;
  /** A phone with the page in Chinese, as a customer holds it. */
  customer(at: string): Promise<Page>;
  /** Signs a colleague in by the form, in English: by their name at the demo desk, at a desk screen unless they are out with their phone. */
  colleague(who: string | LogIn, at: string, screen?: keyof typeof screens): Promise<Page>;
}

/** What somebody of another desk than the demo's types in. */
export interface LogIn {
  readonly email: string;
  readonly password: string;
}

/** For `beforeAll`: a desk that fills itself takes its time, and no story's own time is spent on it. */
export function deskIsOpen(): Promise<void> {
  return untilReady(inject("demoDesk"));
}

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const screens = { desk: { viewport: { width: 1440, height: 900 } }, phone } as const;

/**
 * Runs a story in a real browser, at the demo desk unless it has one of its own. Where it fails, a picture of every page
 * that was open is kept, and named in the failure.
 */
export async function visitDesk(
  name: string,
  story: (visit: Visit) => Promise<void>,
  address: string = inject("demoDesk"),
): Promise<void> {
  const browser = await sharedBrowser();
  const pages: Page[] = [];
  const mistakes: string[] = [];
  async function open(options: BrowserContextOptions, at: string): Promise<Page> {
    const page = await openPage(browser, options);
    pages.push(page);
    page.on("pageerror", (error) => mistakes.push(String(error)));
    await page.goto(at.startsWith("/") ? `${address}${at}` : at);
    return page;
  }
  try {
    await story({
      address,
      customer: (at) => open({ ...phone, locale: "zh-CN" }, at),
      async colleague(who, at, screen = "desk") {
        const page = await open({ ...screens[screen], locale: "en-US" }, at);
        const { email, password } = typeof who === "string" ? { email: emailOf(who), password: demoPassword } : who;
        await page.getByLabel("E-mail").fill(email);
        await page.getByLabel("Password").fill(password);
        await page.getByRole("button", { name: "Sign in" }).click();
        // The shell's own: the sign-in page has a main part too.
        await page.locator("main#main").waitFor();
        return page;
      },
    });
    if (mistakes.length > 0) throw new Error(`A page failed on the way: ${mistakes.join("; ")}`);
  } catch (error) {
    const pictures = await photograph(name, pages);
    throw new Error(`${String(error)}\nPages that failed: ${mistakes.join("; ")}\n${pictures.join("\n")}`, {
      cause: error,
    });
  } finally {
    await Promise.all(pages.map((page) => page.context().close()));
  }
}

/** As from behind a proxy, each from an address of their own: so many people signing in at one address would be slowed down. */
export function ownAddress(): Pick<BrowserContextOptions, "extraHTTPHeaders"> {
  const part = () => Math.floor(Math.random() * 254) + 1;
  return { extraHTTPHeaders: { "x-forwarded-for": `10.${part()}.${part()}.${part()}` } };
}

async function openPage(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ timezoneId: "Asia/Shanghai", ...ownAddress(), ...options });
  context.setDefaultTimeout(25_000);
  return context.newPage();
}

async function photograph(name: string, pages: readonly Page[]): Promise<readonly string[]> {
  const folder = path.join(tmpdir(), "redress-pictures");
  await mkdir(folder, { recursive: true });
  return Promise.all(
    pages.map(async (page, index) => {
      const file = path.join(folder, `${name}-${index + 1}.png`);
      await page.screenshot({ path: file, timeout: 5000 });
      return `Screen at ${page.url()}: ${file}`;
    }),
  );
}
