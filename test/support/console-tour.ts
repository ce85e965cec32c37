import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Page, Request } from "playwright-core";
import { demoStaff } from "../../server/demo/demo-staff.ts";
import { builtInPermissions } from "../../server/staff/domain/permissions.ts";
import type { Role } from "../../server/staff/domain/roles.ts";
import { isInRoom, opensTo, rooms } from "../../web/shell/rooms.ts";
import { lastBuiltInYear } from "./calendar-paper.ts";
import { until } from "./until.ts";

/** One screen that is looked at: a page of the router's table, and what is opened over it. */
export interface Stop {
  /** As the router's table has it, `/` before it. */
  readonly route: string;
  readonly who: string;
  /** Where it is, or on which page the first link to one is found. */
  readonly at: string | { readonly on: string; readonly link: RegExp };
  /** What opens something over the page, and what shows that it is open. */
  readonly open?: (page: Page) => Promise<void>;
  readonly named?: string;
  /** It is there on a phone alone. */
  readonly isOfPhone?: true;
}

const aCase = { on: "/queue?view=team", link: /^\/cases\/RD-/ } as const;

/** Pages whose address must be found or that one role alone has, and every kind of thing that opens over a page. */
// biome-ignore format: a table is read by its columns
const stops: readonly Stop[] = [
  { route: "/", who: "agent", at: "/" },
  { route: "/queue", who: "agent", at: "/queue?view=team" },
  { route: "/queue", who: "agent", at: "/queue?view=team", named: "with a preview", open: press("j", "aside[aria-label]") },
  { route: "/queue", who: "agent", at: "/queue?view=team", named: "the palette", open: press("/", "dialog[open]") },
  { route: "/queue", who: "agent", at: "/queue?view=team", named: "the shortcuts", open: press("?", "dialog[open]") },
  { route: "/queue", who: "agent", at: "/queue?view=team", named: "the filters", open: unfold },
  { route: "/queue", who: "agent", at: "/queue?view=team", named: "the views", open: pressOf("main nav button", "dialog[open] form") },
  { route: "/queue", who: "agent", at: "/queue?view=team", named: "the phone's menu", open: openMenu, isOfPhone: true },
  { route: "/cases/new", who: "agent", at: "/cases/new" },
  { route: "/cases/:number", who: "agent", at: aCase },
  { route: "/cases/:number", who: "agent", at: aCase, named: "the case's menu", open: pressOf("main button[aria-haspopup=dialog]", "dialog[open]") },
  { route: "/cases/:number", who: "agent", at: aCase, named: "an action's sheet", open: assign },
  { route: "/cases/:number", who: "agent", at: aCase, named: "the templates", open: pressOf("main form button[aria-haspopup=dialog]", "dialog[open] select") },
  { route: "/cases/:number", who: "agent", at: aCase, named: "the policy's reasons and the date's", open: reasons },
  { route: "/cases/:number", who: "agent", at: aCase, named: "a file", open: pressOf("main li > button[data-prints]", "dialog[open] img, dialog[open] canvas") },
  { route: "/cases/:number", who: "bank", at: { on: "/cases", link: /^\/cases\/RD-/ } },
  { route: "/transactions/:id", who: "agent", at: { on: "/transactions", link: /^\/transactions\/./ } },
  { route: "/approvals", who: "supervisor", at: "/approvals?box=OPEN" },
  { route: "/approvals", who: "supervisor", at: "/approvals", named: "what is about to be granted", open: grant },
  { route: "/policies/:name?", who: "compliance", at: "/policies" },
  { route: "/policies/:name?", who: "compliance", at: { on: "/policies", link: /^\/policies\/\w/ } },
  { route: "/mailbox", who: "supervisor", at: "/mailbox" },
  { route: "/notices/wordings", who: "compliance", at: "/notices/wordings?kind=MERCHANT_ASKED&in=EN" },
  { route: "/cases/:number", who: "merchant", at: { on: "/answers", link: /^\/cases\/RD-/ } },
  { route: "/cases/:number", who: "bank", at: { on: "/answers", link: /action=RECORD_BANK_RULING/ }, named: "a ruling" },
  { route: "/audit/samples/:id", who: "compliance", at: { on: "/audit/samples", link: /^\/audit\/samples\/./ } },
  { route: "/training", who: "trainer", at: "/training" },
  { route: "/training/matrix", who: "trainer", at: "/training/matrix" },
  { route: "/training/records", who: "trainer", at: "/training/records" },
  { route: "/training/rules", who: "trainer", at: "/training/rules" },
  { route: "/training/import", who: "trainer", at: "/training/import" },
  { route: "/training/assign", who: "trainer", at: "/training/assign" },
  { route: "/training/courses", who: "trainer", at: "/training/courses" },
  { route: "/training/courses/:code", who: "trainer", at: { on: "/training/courses", link: /^\/training\/courses\/./ } },
  { route: "/training/people/:id", who: "trainer", at: { on: "/training/records", link: /^\/training\/people\/./ } },
  { route: "/training/mine", who: "agent", at: "/training/mine" },
  { route: "/learn/:code", who: "agent", at: { on: "/training/mine", link: /^\/learn\/./ } },
  { route: "/merchants", who: "admin", at: "/merchants" },
  { route: "/merchants", who: "admin", at: "/merchants", named: "a merchant's sheet", open: pressOf("main tbody button", "dialog[open] form") },
  { route: "/calendars", who: "admin", at: "/calendars" },
  { route: "/calendars", who: "admin", at: "/calendars", named: "a day's sheet", open: pressOf("main ol button", "dialog[open] form") },
  { route: "/calendars", who: "admin", at: `/calendars?year=${lastBuiltInYear + 1}`, named: "the sheet of a year's paper", open: pressOf("main [data-kind=unreached] button", "dialog[open] form") },
  { route: "/institutions", who: "admin", at: "/institutions" },
  { route: "/api-keys", who: "admin", at: "/api-keys" },
  { route: "/api-keys", who: "admin", at: "/api-keys", named: "a new key", open: pressOf("main button", "dialog[open] fieldset") },
  { route: "/providers", who: "admin", at: "/providers" },
  { route: "/providers", who: "admin", at: "/providers", named: "planning maintenance", open: pressOf("main h1 ~ div button", "dialog[open] form") },
  { route: "/webhooks", who: "admin", at: "/webhooks" },
  { route: "/webhooks", who: "admin", at: "/webhooks", named: "a new endpoint", open: pressOf("main h1 ~ div button", "dialog[open] form") },
  { route: "/audit/log", who: "admin", at: "/audit/log?of=desk", named: "of the desk itself" },
  { route: "/settings", who: "admin", at: "/settings" },
  { route: "/account", who: "agent", at: "/account" },
  { route: "/account", who: "agent", at: "/account", named: "the viewer's menu", open: pressOf("header button[popovertarget]", "[popover]:popover-open") },
  { route: "/exports", who: "agent", at: "/exports" },
  { route: "/*", who: "agent", at: "/no-such-page" },
  { route: "/sign-in", who: "nobody", at: "/sign-in" },
  { route: "/join/:token", who: "nobody", at: "/join/a-link-that-is-no-more" },
];

/** Every page of the console by whoever works there, a room by whoever may do most in it. A page in no room, or of an address with a name in it, must be in the table above. */
export async function tourOfConsole(): Promise<readonly Stop[]> {
  const known = new Set(stops.map(({ route }) => route));
  const rest = (await routesOfConsole()).filter((route) => !known.has(route) && !route.includes(":"));
  return [...stops, ...rest.flatMap((route) => roomStops(route).slice(-1))];
}

/** Whether it is one of those who work on cases, the trainer, or nobody who has signed in: about half of all stops. */
export function isOnCases({ who }: Stop): boolean {
  return ["agent", "agent2", "merchant", "bank", "trainer", "nobody"].includes(who);
}

/**
 * Every room as whoever has the fewest rights of all who work there sees it, and whoever has the most, where the tour does not
 * come there with them. What a role between them alone is shown is its room's own tests' to see.
 */
export async function roomsByRole(): Promise<readonly Stop[]> {
  const tour = new Set((await tourOfConsole()).filter(({ open }) => open === undefined).map(nameOf));
  return rooms
    .flatMap(({ path: route }) => {
      const stops = roomStops(route);
      return stops.length < 2 ? stops : [...stops.slice(0, 1), ...stops.slice(-1)];
    })
    .filter((stop) => !tour.has(nameOf(stop)));
}

/** The page as each role sees it whose rail leads there, whoever may do least first. */
function roomStops(route: string): readonly Stop[] {
  const room = rooms.find((one) => isInRoom(one, route));
  const roles = new Map(demoStaff.map((person) => [person.role, person.address]));
  const byRights = [...roles].toSorted(([left], [right]) => rightsOf(left) - rightsOf(right));
  return byRights.flatMap(([role, who]) =>
    room !== undefined && opensTo(room, builtInPermissions[role].map(asInSchema)) ? [{ route, who, at: route }] : [],
  );
}

const rightsOf = (role: Role): number => builtInPermissions[role].length;

/** `desk.lead` is `DESK_LEAD` in the schema. */
function asInSchema(permission: string): string {
  return permission
    .replace(/[A-Z]/g, (letter) => `_${letter}`)
    .replace(".", "_")
    .toUpperCase();
}

/** The router's own table. It is read and not run, so that a test of addresses need not load the whole console. */
export async function routesOfConsole(): Promise<readonly string[]> {
  const text = await readFile(path.resolve(import.meta.dirname, "..", "..", "web", "app.tsx"), "utf8");
  const found = [...text.matchAll(/\bpath: "([^"]+)"/g)].map(([, route = ""]) => route);
  return found.map((route) => (route.startsWith("/") ? route : `/${route}`));
}

export function nameOf({ route, who, named = "" }: Stop): string {
  return `${route} ${named} (${who})`;
}

/** Goes there as a reader does, by a link where the address holds a number, and waits until the page has what it shows. */
export async function goTo(page: Page, address: string, { at, open }: Stop): Promise<void> {
  if (typeof at === "string") await moveTo(page, address, at);
  else {
    await moveTo(page, address, at.on);
    const links = page.locator("main a[href]");
    await links.first().waitFor();
    await settled(page);
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    const wanted = hrefs.find((href) => at.link.test(href));
    if (wanted === undefined) throw new Error(`No link like ${at.link} on ${at.on}, of ${hrefs.join(" ")}`);
    await moveTo(page, address, wanted);
  }
  await settled(page);
  if (open !== undefined) await open(page);
}

/** To another page of the console without loading it again, as its links do; from outside by the address. */
async function moveTo(page: Page, address: string, to: string): Promise<void> {
  const here = URL.canParse(page.url()) ? new URL(page.url()) : null;
  const isInside = here?.origin === address && (await page.locator("main#main").count()) > 0;
  // Where the session has ended, the page waits for a sign-in.
  if (!isInside || (await page.locator("dialog[open] [type=password]").count()) > 0) {
    await page.goto(`${address}${to}`);
    return;
  }
  // Within a room what is open and its heading may stay: nothing would tell that the other page has come.
  if (here.pathname.split("/")[1] === to.split(/[/?]/)[1]) await moveInside(page, "/no-such-page");
  await moveInside(page, to);
}

async function moveInside(page: Page, to: string): Promise<void> {
  await page.evaluate(() => document.querySelector("h1")?.setAttribute("data-left", ""));
  await tellRouter(page, to);
  await page.locator("h1[data-left]").waitFor({ state: "detached" });
}

function tellRouter(page: Page, to: string): Promise<void> {
  return page.evaluate((target) => {
    history.pushState(null, "", target);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
  }, to);
}

/** Turns the screen into the other language as its switch does, also from under what lies over it. */
export async function turnLanguage(page: Page): Promise<void> {
  const other = await page.evaluate(() => {
    const names = [...document.querySelectorAll<HTMLElement>("button span[lang]")];
    const name = names.find(({ lang }) => lang !== document.documentElement.lang);
    name?.closest("button")?.click();
    return name?.lang;
  });
  if (other === undefined) throw new Error(`No switch of the language at ${page.url()}`);
  await page.locator(`html[lang="${other}"]`).waitFor();
  await settled(page);
}

/** What a page asks for at once is answered in less, also by a busy machine. */
const ANSWERS_MS = 30_000;
const asking = new WeakMap<Page, Set<Request>>();

/** Follows what the page asks of the server, so that `settled` can wait for all of it. */
export function follow(page: Page): void {
  const open = new Set<Request>();
  asking.set(page, open);
  page.on("request", (request) => {
    if (request.method() === "POST" && new URL(request.url()).pathname === "/graphql") open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
}

/** A heading stands, nothing is still being asked, and nothing says that it is still being fetched. */
async function settled(page: Page): Promise<void> {
  await page.locator("h1").first().waitFor({ state: "attached" });
  const open = asking.get(page) ?? new Set();
  await until(
    "What the page asks for",
    async () => open.size,
    (count) => count === 0,
    ANSWERS_MS,
  );
  await page.waitForFunction(
    () =>
      document.querySelector('[class*="skeleton"], [aria-busy="true"]') === null && document.fonts.status === "loaded",
  );
  // Two drawings later what came last is on the screen.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

function press(key: string, shows: string) {
  return async (page: Page): Promise<void> => {
    await page.keyboard.press(key);
    await page.locator(shows).first().waitFor();
    await settled(page);
  };
}

function pressOf(button: string, shows: string) {
  return async (page: Page): Promise<void> => {
    // At the button itself, in one step: a page that has just come may still move the focus to its heading.
    await page.locator(button).first().press("Enter");
    await page.locator(shows).first().waitFor();
    await settled(page);
  };
}

async function unfold(page: Page): Promise<void> {
  await page.locator("main summary").first().focus();
  await press("Enter", "main details[open] form")(page);
}

async function reasons(page: Page): Promise<void> {
  await page.goto(`${page.url().split("?")[0]}?why=policy`);
  await page.locator("main header button[aria-expanded]").first().focus();
  await page.locator("[popover]:popover-open").waitFor();
  await settled(page);
}

async function assign(page: Page): Promise<void> {
  await tellRouter(page, `${new URL(page.url()).pathname}?action=ASSIGN`);
  await page.locator("main section form [role=combobox]").first().waitFor();
  await settled(page);
}

async function openMenu(page: Page): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  await pressOf("header button", "dialog[open] nav")(page);
}

async function grant(page: Page): Promise<void> {
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await press("a", "dialog[open] form, dialog[open] table")(page);
}
