import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { demoPassword, emailOf } from "../../server/demo/demo-staff.ts";
import { goTo, nameOf, roomsByRole, routesOfConsole, type Stop, tourOfConsole } from "../support/console-tour.ts";
import { launchBrowser } from "../support/launch-browser.ts";
import { breachesOf, cutTexts, missingTexts, sidewaysScroll } from "../support/look-at-screen.ts";
import { deskIsOpen, ownAddress } from "../support/visit-desk.ts";

const wide = { width: 1280, height: 900 } as const;
const phone = { width: 390, height: 844 } as const;
const narrowest = { width: 320, height: 640 } as const;

/** Some eighty screens, each in two themes and three widths. */
const TOUR_MS = 600_000;

let browser: Browser;
beforeAll(async () => {
  await deskIsOpen();
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test("every route of the console is looked at", async () => {
  const routes = await routesOfConsole();
  expect(routes.length).toBeGreaterThan(15);
  const seen = new Set((await tourOfConsole()).map(({ route }) => route));
  expect(routes.filter((route) => !seen.has(route))).toEqual([]);
});

/** Pages of one language, each role's own, opened when first asked for. */
function pagesIn(locale: string) {
  const pages = new Map<string, Page>();
  return {
    async of(who: string): Promise<Page> {
      const known = pages.get(who);
      if (known !== undefined) return known;
      const seen = { locale, viewport: wide, timezoneId: "Asia/Shanghai", reducedMotion: "reduce" } as const;
      const context = await browser.newContext({ ...seen, ...ownAddress() });
      context.setDefaultTimeout(15_000);
      if (who !== "nobody") await signIn(context, who);
      const page = await context.newPage();
      pages.set(who, page);
      return page;
    },
    close: () => Promise.all([...pages.values()].map((page) => page.context().close())),
  };
}

/** Everything that is found on the way, by where it was; a page that does not open is one more finding. */
async function walk(
  way: readonly Stop[],
  locale: string,
  look: (page: Page, stop: Stop) => Promise<readonly string[]>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const pages = pagesIn(locale);
  const found: Record<string, readonly string[]> = {};
  try {
    for (const stop of way) {
      const mistakes = await look(await pages.of(stop.who), stop).catch((error: unknown) => [String(error)]);
      if (mistakes.length > 0) found[nameOf(stop)] = mistakes;
    }
  } finally {
    await pages.close();
  }
  return found;
}

/** A page is opened once a language; its theme and its width change before the reader's eyes, as they do for a reader. */
test.each(["zh-CN", "en"])(
  "in %s axe finds nothing, no text is missing or cut, and no page moves sideways",
  async (locale) => {
    expect(await walk(await tourOfConsole(), locale, lookAt)).toEqual({});
  },
  TOUR_MS,
);

test("nor does axe find anything in a room as each of the other roles sees it", async () => {
  const found = await walk(roomsByRole(), "zh-CN", async (page, stop) => {
    await goTo(page, inject("demoDesk"), stop);
    return [...(await missingTexts(page)), ...(await breachesOf(page, "all"))];
  });
  expect(found).toEqual({});
});

async function signIn(context: BrowserContext, who: string): Promise<void> {
  const address = inject("demoDesk");
  const data = { email: emailOf(who), password: demoPassword };
  const answer = await context.request.post(`${address}/api/auth/sign-in/email`, {
    data,
    headers: { origin: address },
  });
  if (!answer.ok()) throw new Error(`${who} could not sign in: ${answer.status()}`);
}

/** In both themes on a wide screen and on a phone; the narrowest screen for what no longer fits. */
async function lookAt(page: Page, stop: Stop): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (where: string, mistakes: readonly string[]) =>
    found.push(...mistakes.map((mistake) => `${where}: ${mistake}`));
  await page.setViewportSize(wide);
  await page.emulateMedia({ colorScheme: "light" });
  await goTo(page, inject("demoDesk"), stop);
  note("text", await missingTexts(page));
  for (const [name, size] of Object.entries({ wide, phone })) {
    await page.setViewportSize(size);
    note(name, await breachesOf(page, "all"));
    note(`${name} cut`, await cutTexts(page));
    await turn(page, "dark");
    note(`${name} dark`, await breachesOf(page, "colours"));
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
