import type { Page } from "playwright-core";

export interface Shift {
  readonly value: number;
  /** What moved, and by how much, for whoever has to mend it. */
  readonly moved: readonly string[];
}

/** How late the server answers: long enough that what stands in for the answer is seen, and replaced. */
const LATE_MS = 400;
/** A page is at rest when nothing in it has changed for so long. */
const REST_MS = 800;

/** Loads the page with answers that come late, until it is at rest, and gives every shift that no hand caused. */
export async function shiftsOf(page: Page, address: string, landmark: string): Promise<readonly Shift[]> {
  await page.route("**/graphql", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.continue();
  });
  await page.goto(address);
  await page.locator(landmark).first().waitFor();
  await page.evaluate(untilAtRest, REST_MS);
  const shifts = await page.evaluate(readShifts);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  return shifts;
}

function untilAtRest(restMs: number): Promise<void> {
  return new Promise((resolve) => {
    let timer = setTimeout(done, restMs);
    const watcher = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(done, restMs);
    });
    watcher.observe(document, { subtree: true, childList: true, characterData: true });
    function done(): void {
      watcher.disconnect();
      resolve();
    }
  });
}

/** The browser keeps what has shifted since the page began, so nothing has to listen from the start. */
function readShifts(): Promise<Shift[]> {
  interface Entry extends PerformanceEntry {
    readonly value: number;
    readonly hadRecentInput: boolean;
    readonly sources: readonly {
      readonly node: Node | null;
      readonly previousRect: DOMRectReadOnly;
      readonly currentRect: DOMRectReadOnly;
    }[];
  }
  return new Promise((resolve) => {
    const shifts: Shift[] = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
        if (hadRecentInput) continue;
        const moved = sources.map(({ node, previousRect: from, currentRect: to }) => {
          const words = (node?.textContent ?? "").trim().slice(0, 30);
          return `${node?.nodeName} “${words}” by ${to.x - from.x}, ${to.y - from.y}`;
        });
        shifts.push({ value, moved });
      }
    }).observe({ type: "layout-shift", buffered: true });
    // What was buffered is handed over in the next task.
    setTimeout(() => resolve(shifts), 300);
  });
}
