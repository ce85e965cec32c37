import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

test("an agent finds a case, acts on it, and comes through a session that ended, by keyboard alone", async () => {
  await visitDesk("palette", async ({ colleague }) => {
    const page = await colleague("agent", "/queue");
    const { keyboard } = page;
    const number = await page
      .getByText(/^RD-\d\d-\d{6}$/)
      .first()
      .textContent();

    await keyboard.press("/");
    await page.getByRole("combobox", { name: "Search and commands" }).waitFor();
    await keyboard.type(number ?? "");
    await page.getByRole("option", { name: number ?? "", selected: true }).waitFor();
    await keyboard.press("Enter");
    await page.waitForURL(`**/cases/${number}`);
    await page.getByRole("button", { name: "Assign", exact: true }).waitFor();

    await keyboard.press("Control+k");
    await page.getByRole("option", { name: "Assign", exact: true }).waitFor();
    await keyboard.type("assign");
    await keyboard.press("Enter");
    await page.waitForURL(`**/cases/${number}?action=ASSIGN`);

    // Back leads to the case, and back again to where the search was.
    await page.goBack();
    await page.waitForURL(`**/cases/${number}`);
    await page.goBack();
    await page.waitForURL(/\/queue/);
    expect(await page.getByRole("dialog").count()).toBe(0);

    await page.context().clearCookies();
    await keyboard.press("g");
    await keyboard.press("t");
    await page.getByRole("dialog", { name: "Your session has ended" }).waitFor();
    expect(page.url()).toContain("/transactions");
    await keyboard.type("agent@redress.test");
    await keyboard.press("Tab");
    await keyboard.type("show me the desk");
    await keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByRole("table").first().waitFor();
  });
});
