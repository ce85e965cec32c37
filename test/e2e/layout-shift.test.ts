import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { shiftsOf } from "../support/layout-shift.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

/** A fifth of what the web at large calls good. */
const MOST_SHIFT = 0.02;

async function staysStill(page: Page, address: string, landmark: string): Promise<void> {
  const shifts = await shiftsOf(page, address, landmark);
  const total = shifts.reduce((sum, { value }) => sum + value, 0);
  expect(total, JSON.stringify(shifts, null, 2)).toBeLessThanOrEqual(MOST_SHIFT);
}

describe.each(["desk", "phone"] as const)("nothing jumps when its data arrives, at the screen of a %s", (screen) => {
  test("the queue, a case opened from it, and a new case", async () => {
    await visitDesk(`layout-shift-${screen}`, async ({ address, colleague }) => {
      const page = await colleague("agent", "/queue?view=team", screen);
      const rows = page.getByRole("list", { name: "Queue" }).getByRole("link");
      const cases = await rows.first().getAttribute("href");
      await staysStill(page, `${address}/queue?view=team`, "main li a");
      // Others who have it open come a moment later than the case.
      await colleague("supervisor", `${cases}`, screen);
      await colleague("agent2", `${cases}`, screen);
      await staysStill(page, `${address}${cases}`, "article header");
      await page.getByRole("list", { name: "Colleagues on this case" }).getByRole("listitem").nth(1).waitFor();
      await staysStill(page, `${address}/cases/new`, "main h1");
    });
  });
});

// Each is read by several questions, or draws what came late above what stood there.
const rooms = [
  ["compliance", "/policies"],
  ["agent", "/training/mine"],
  ["trainer", "/training/assign"],
  ["merchant", "/answers"],
  ["supervisor", "/disputes"],
  ["supervisor", "/approvals?box=OPEN"],
] as const;

test.each(rooms)("nothing jumps in the room of %s at %s, on a phone and at a desk", async (who, at) => {
  await visitDesk(`layout-shift-${who}`, async ({ address, colleague }) => {
    for (const screen of ["phone", "desk"] as const)
      await staysStill(await colleague(who, "/account", screen), `${address}${at}`, "main h1, main h2");
  });
});

test("the measure sees a page that jumps", async () => {
  await visitDesk("layout-shift-measure", async ({ address, colleague }) => {
    const page = await colleague("agent", "/queue?view=team");
    await page.addInitScript(() => {
      // Once there is something to push down, and before the page has come to rest.
      const late = () => {
        const main = document.querySelector("main");
        if (main?.querySelector("li a") == null) return void setTimeout(late, 50);
        setTimeout(() => main.prepend(Object.assign(document.createElement("div"), { style: "height: 200px" })), 300);
      };
      late();
    });
    const shifts = await shiftsOf(page, `${address}/queue?view=team`, "main li a");
    expect(shifts.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(MOST_SHIFT);
  });
});
