import type { Page } from "playwright-core";
import { launchBrowser } from "../support/launch-browser.ts";
import { openDesk } from "./bench-desk.ts";
import { median } from "./cpu.ts";

const FEW = 100;
const ROUNDS = 3;
const PRESSES = 30;
/** Between two presses, so that each is answered before the next: a person who reads, not a key that is held down. */
const REST_MS = 100;

/** From the press of `j` to the next picture, in a queue of which so many rows have been read, and against 100 in the same run. */
export async function measureInteraction(url: string, rows: number): Promise<[string, number][]> {
  const desk = await openDesk(url);
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: "en-US" });
    const authorization = desk.headers["authorization"] ?? "";
    // A machine's key stands in for a sign-in. It is told nothing live, so what would be told stays unanswered here.
    await context.route("**/graphql", (route, request) =>
      route.continue({ headers: { ...request.headers(), authorization } }),
    );
    await context.route("**/graphql/stream", () => undefined);
    const few = await openQueue(await context.newPage(), desk.port, FEW);
    const many = await openQueue(await context.newPage(), desk.port, rows);
    const rounds: { readonly few: number; readonly many: number }[] = [];
    // The first round warms up; the order turns with each.
    for (let round = 0; round < ROUNDS + 1; round++) {
      const turned = round % 2 === 1;
      const first = await p95OfPresses(turned ? few : many);
      const second = await p95OfPresses(turned ? many : few);
      if (round > 0) rounds.push({ few: turned ? first : second, many: turned ? second : first });
    }
    return [
      ["queue_interaction_p95_ms", median(rounds.map(({ many: ms }) => ms))],
      ["queue_interaction_ratio", median(rounds.map(({ many: ms, few: reference }) => ms / reference))],
    ];
  } finally {
    await browser.close();
    await desk.stop();
  }
}

/** The queue with so many rows read, back at its top with the first one chosen. */
async function openQueue(page: Page, port: number, rows: number): Promise<Page> {
  await page.goto(`http://127.0.0.1:${port}/queue?view=team`);
  const list = page.getByRole("list", { name: "Queue" });
  await list.getByRole("link").first().waitFor();
  const read = await list.evaluate(readOn, rows);
  if (read < rows) throw new Error(`The queue read ${read} rows and not ${rows}`);
  await page.evaluate(listen);
  await page.keyboard.press("j");
  await page.getByRole("complementary").first().waitFor();
  return page;
}

/** Scrolls down as a hand would until that many rows have been read, and back up. */
async function readOn(list: Element, rows: number): Promise<number> {
  const box = list.parentElement;
  const first = list.querySelector("li");
  if (box === null || first === null) return 0;
  const count = () => Math.round(list.getBoundingClientRect().height / first.getBoundingClientRect().height);
  const ends = performance.now() + 300_000;
  while (count() < rows && performance.now() < ends) {
    box.scrollTop = box.scrollHeight;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const read = count();
  box.scrollTop = 0;
  return read;
}

async function p95OfPresses(page: Page): Promise<number> {
  await page.bringToFront();
  const took: number[] = [];
  for (let press = 0; press < PRESSES; press++) {
    await page.keyboard.press("j");
    took.push(await page.evaluate(lastPress));
    await page.waitForTimeout(REST_MS);
  }
  took.sort((left, right) => left - right);
  const found = took[Math.ceil(took.length * 0.95) - 1];
  if (found === undefined) throw new Error("No key was pressed");
  return found;
}

interface Listening {
  press?: Promise<number>;
}

/** From the moment at which the browser took the press to the frame after the one that shows what it did. */
function listen(): void {
  const kept = globalThis as Listening;
  const onPress = ({ timeStamp }: KeyboardEvent) => {
    kept.press = new Promise((resolve) =>
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - timeStamp))),
    );
  };
  addEventListener("keydown", onPress, { capture: true });
}

function lastPress(): Promise<number> {
  const { press } = globalThis as Listening;
  if (press === undefined) throw new Error("No press was heard");
  return press;
}
