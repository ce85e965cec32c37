import type { Browser, BrowserContext, Page } from "playwright-core";
import { inject } from "vitest";
import { demoPassword, emailOf } from "../../server/demo/demo-staff.ts";
import { goTo, nameOf, type Stop } from "./console-tour.ts";
import { launchBrowser } from "./launch-browser.ts";
import { breachesOf, cutTexts, missingTexts, sidewaysScroll } from "./look-at-screen.ts";
import { ownAddress } from "./visit-desk.ts";

const wide = { width: 1280, height: 900 } as const;
const phone = { width: 390, height: 844 } as const;
const narrowest = { width: 320, height: 640 } as const;

/** Some sixty screens, each in two themes and three widths. */
export const TOUR_MS = 600_000;

/** Pages of one language, each role's own, opened when first asked for. */
function pagesIn(browser: Browser, locale: string) {
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
  };
}

/** Everything that is found on the way, by where it was; a page that does not open is one more finding. */
export async function walk(
  way: readonly Stop[],
  locale: string,
  look: (page: Page, stop: Stop) => Promise<readonly string[]>,
): Promise<Readonly<Record<string, readonly string[]>>> {
  const browser = await launchBrowser();
  const pages = pagesIn(browser, locale);
  const found: Record<string, readonly string[]> = {};
  try {
    for (const stop of way) {
      const mistakes = await look(await pages.of(stop.who), stop).catch((error: unknown) => [String(error)]);
      if (mistakes.length > 0) found[nameOf(stop)] = mistakes;
    }
  } finally {
    await browser.close();
  }
  return found;
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
