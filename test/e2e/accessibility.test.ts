import { describe, expect, inject, test } from "vitest";
import { goTo, roomsByRole, routesOfConsole, tourOfConsole } from "../support/console-tour.ts";
import { breachesOf, missingTexts } from "../support/look-at-screen.ts";
import { walk } from "../support/walk-console.ts";

test("every route of the console is looked at, in a file for those who work on cases and one for the others", async () => {
  const routes = await routesOfConsole();
  expect(routes.length).toBeGreaterThan(15);
  const seen = new Set((await tourOfConsole()).map(({ route }) => route));
  expect(routes.filter((route) => !seen.has(route))).toEqual([]);
});

describe("nor does axe find anything in a room as the role sees it that may do least there, or most", async () => {
  walk(await roomsByRole(), async (page, stop) => {
    await goTo(page, inject("demoDesk"), stop);
    return [...(await missingTexts(page)), ...(await breachesOf(page, "all but colours"))];
  });
});
