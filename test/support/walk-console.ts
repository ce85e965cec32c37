import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { demoPassword, emailOf } from "../../server/demo/demo-staff.ts";
import { goTo, nameOf, type Stop } from "./console-tour.ts";
import { launchBrowser } from "./launch-browser.ts";
import { breachesOf, cutTexts, missingTexts, sidewaysScroll } from "./look-at-screen.ts";
import { deskIsOpen, ownAddress } from "./visit-desk.ts";

const wide = { width: 1280, height: 900 } as const;
const phone = { width: 390, height: 844 } as const;
const narrowest = { width: 320, height: 640 } as const;

/** A screen by itself takes some seconds; on a busy machine many. */
const STOP_MS = 90_000;

/**
 * Goes the way in one browser, a test a stop, and expects that nothing is found. Who works at several stops goes from one to
 * the next in one page, so the way is walked person by person.
 */
export function walk(
  way: readonly Stop[],
  locale: string,
  look: (page: Page, stop: Stop) => Promise<readonly string[]>,
): void {
  let browser: Browser;
  let open: { readonly who: string; readonly page: Page } | null = null;
  beforeAll(async () => {
    await deskIsOpen();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function pageOf(who: string): Promise<Page> {
    if (open?.who === who) return open.page;
    await open?.page.context().close();
    open = { who, page: await openPage(browser, locale, who) };
    return open.page;
  }

  const byPerson = way.toSorted((left, right) => left.who.localeCompare(right.who));
  test.each(byPerson.map((stop) => [nameOf(stop), stop] as const))(
    "%s",
    async (_name, stop) => {
      expect(await look(await pageOf(stop.who), stop)).toEqual([]);
    },
    STOP_MS,
  );
}

async function openPage(browser: Browser, locale: string, who: string): Promise<Page> {
  const seen = { locale, viewport: wide, timezoneId: "Asia/Shanghai", reducedMotion: "reduce" } as const;
  const context = await browser.newContext({ ...seen, ...ownAddress() });
  context.setDefaultTimeout(30_000);
  if (who !== "nobody") await signIn(context, who);
  return context.newPage();
}

async function signIn(context: BrowserContext, who: string): Promise<void> {
  const address = inject("demoDesk");
  const data = { email: emailOf(who), password: demoPassword };
  const answer = await context.request.post(`${address}/api/auth/sign-in/email`, {
    data,
    headers: { origin: address },
  });
  if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`);
}

/**
 * In both themes on a wide screen and on a phone; the narrowest screen for what no longer fits. The page is opened once: its
 * theme and its width change before the reader's eyes, as they do for a reader.
 */
export async function lookAt(page: Page, stop: Stop): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (where: string, mistakes: readonly string[]) =>
    found.push(...mistakes.map((mistake) => `${where}: ${mistake}`));
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: "light" });
  await goTo(page, inject("demoDesk"), stop);
  const part = stop.open === undefined ? "page" : "what is open";
  note("text", await missingTexts(page));
  for (const [name, size] of Object.entries({ wide, phone })) {
    await page.setViewportSize(size);
    note(name, await breachesOf(page, "all", part));
    note(`${name} cut`, await cutTexts(page));
    await turn(page, "dark");
    note(`${name} dark`, await breachesOf(page, "colours", part));
    await turn(page, "light");
  }
  for (const size of [phone, narrowest]) {
    await page.setViewportSize(size);
    const far = await sidewaysScroll(page);
    if (far > 0) found.push(`${size.width}: moves sideways by ${far}`);
  }
  return found;
}

/** The page follows its system at once, and every colour has arrived two drawings later. */
async function turn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finish())));
}
