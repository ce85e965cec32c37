import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { linesOf } from "../support/export-desk.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

test("a narrowed list is exported from where it stands, followed until it is ready, fetched and opened", async () => {
  await visitDesk("export", async ({ colleague }) => {
    const page = await colleague("agent", "/disputes?view=open");
    await page.getByRole("button", { name: "Export CSV" }).click();
    const link = page.getByRole("link", { name: "Download CSV: Disputes" });
    await link.waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    const lines = linesOf(await readFile(await download.path(), "utf8"));
    expect(lines.length).toBeGreaterThan(0);
    expect(new Set(lines.map((line) => line["Ended at"]))).toEqual(new Set([""]));
    for (const number of (await page.locator("main tbody").innerText()).match(/RD-\d\d-\d{6}/g) ?? [])
      expect(lines.map(({ Case }) => Case)).toContain(number);

    await page.getByRole("link", { name: "All exported files" }).click();
    const kept = page.getByRole("list", { name: "Exported files" }).getByRole("listitem").first();
    await kept.getByText("Disputes").waitFor();
    await kept.getByText("Downloaded 1 time").waitFor();
  });
});
