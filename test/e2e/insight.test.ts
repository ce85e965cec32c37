import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

test("a bar of a chart, reached and opened by the keyboard, leads to just as many cases as it said", async () => {
  await visitDesk("insight", async ({ colleague }) => {
    const page = await colleague("supervisor", "/insight");
    const card = page.getByRole("region", { name: "Opened and closed", exact: true });
    const chart = card.getByRole("application", { name: "Opened and closed, chart" });
    await chart.locator("svg").waitFor();
    await chart.focus();
    await page.keyboard.press("ArrowRight");
    const said = (await card.getByRole("status").textContent()) ?? "";
    const count = /^Week from .+, Cases opened: (\d+)$/.exec(said)?.[1];
    expect(Number(count), said).toBeGreaterThan(0);

    // The table beside it says the same of the first week.
    const first = card.getByRole("table").getByRole("row").nth(1).getByRole("link").first();
    expect(await first.textContent()).toBe(count);

    await page.keyboard.press("Enter");
    await page.waitForURL("**/cases?**");
    await page.getByText(new RegExp(`^${count} cases?$`)).waitFor();
    expect(new URL(page.url()).searchParams.get("from")).not.toBeNull();

    // Back again, the page is as it was, and the other network's numbers are another address.
    await page.goBack();
    await page.getByLabel("Network").selectOption("VISA");
    await page.waitForURL("**/insight?**network=VISA**");
  });
});
