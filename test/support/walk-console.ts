import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { demoPassword, emailOf } from "../../server/demo/demo-staff.ts";
import { follow, goTo, nameOf, type Stop, turnLanguage } from "./console-tour.ts";
import { breachesOf, cutTexts, missingTexts, type Rules, sidewaysScroll, wrongRoom } from "./look-at-screen.ts";
import { sharedBrowser } from "./shared-browser.ts";
import { deskIsOpen, ownAddress } from "./visit-desk.ts";

const wide = { width: 1280, height: 900 } as const;
/** A window of half a desk, or a tablet: the rail still stands, and takes from the room. */
const half = { width: 900, height: 900 } as const;
const phone = { width: 390, height: 844 } as const;
const narrowest = { width: 320, height: 640 } as const;

/** A screen by itself takes some seconds; on a busy machine many. */
const STOP_MS = 90_000;

/**
 * Goes the way in one browser, a test a stop, and expects that nothing is found. Who works at several stops goes from one to
 * the next in one page, so the way is walked person by person.
 */
export function walk(way: readonly Stop[], look: (page: Page, stop: Stop) => Promise<readonly string[]>): void {
  let open: { readonly who: string; readonly page: Page } | null = null;
  beforeAll(deskIsOpen);
  afterAll(() => open?.page.context().close());

  async function pageOf(who: string): Promise<Page> {
    if (open?.who === who) return open.page;
    await open?.page.context().close();
    open = { who, page: await openPage(await sharedBrowser(), who) };
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

async function openPage(browser: Browser, who: string): Promise<Page> {
  const seen = {
    locale: "zh-CN",
    viewport: wide,
    colorScheme: "light",
    timezoneId: "Asia/Shanghai",
    reducedMotion: "reduce",
  } as const;
  const context = await browser.newContext({ ...seen, ...ownAddress() });
  context.setDefaultTimeout(30_000);
  if (who !== "nobody") await signIn(context, who);
  const page = await context.newPage();
  follow(page);
  return page;
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

/** The forms of a screen in the order in which each is one step from the last. */
// biome-ignore format: a table is read by its columns
const forms = [
  { size: wide,      theme: "light", rules: "all" },
  { size: wide,      theme: "dark",  rules: "colours" },
  { size: half,      theme: "dark",  rules: null },
  { size: phone,     theme: "dark",  rules: "colours" },
  { size: phone,     theme: "light", rules: "all" },
  { size: narrowest, theme: "light", rules: null },
] as const;

/**
 * In both languages and both themes on a wide screen and on a phone; half a screen and the narrowest for what no longer fits. The page is
 * opened once: its language, theme and width change before the reader's eyes, as they do for a reader. It goes through the
 * forms in one language and back through them in the other, so that the next stop begins where this one began.
 */
export async function lookAt(page: Page, stop: Stop): Promise<readonly string[]> {
  const found: string[] = [];
  await goTo(page, inject("demoDesk"), stop);
  const part = stop.open === undefined ? "page" : "what is open";
  const seen = stop.isOfPhone === true ? forms.filter(({ size }) => size.width <= phone.width) : forms;
  for (const way of [seen, seen.toReversed()]) {
    const language = await page.locator("html").getAttribute("lang");
    found.push(...(await missingTexts(page)).map((text) => `${language}: ${text}`));
    for (const form of way) {
      await showAs(page, form);
      const mistakes = await mistakesIn(page, form.rules, part);
      found.push(...mistakes.map((mistake) => `${language} ${form.size.width} ${form.theme}: ${mistake}`));
    }
    if (way === seen) await turnLanguage(page);
  }
  if (stop.isOfPhone === true) await showAs(page, forms[0]);
  return found;
}

/** A size without rules is looked at for its room alone. */
async function mistakesIn(page: Page, rules: Rules | null, part: "page" | "what is open"): Promise<readonly string[]> {
  const far = await sidewaysScroll(page);
  const moves = [...(far > 0 ? [`moves sideways by ${far}`] : []), ...(await wrongRoom(page))];
  if (rules === null) return moves;
  const breaches = await breachesOf(page, rules, part);
  return rules === "colours" ? [...moves, ...breaches] : [...moves, ...breaches, ...(await cutTexts(page))];
}

/** The page follows its system at once, and every colour has arrived when its animations have ended. */
async function showAs(page: Page, { size, theme }: (typeof forms)[number]): Promise<void> {
  await page.setViewportSize(size);
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-theme=${theme}]`).waitFor();
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finish())));
}
