import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

const head =
  "transaction_id,merchant_id,merchant_name,mcc,terminal_id,processed_at,settled_at,amount,currency,network,card_last4,auth_code,entry_mode,response_code";
const row = (id: string, amount: string) =>
  `${id},MID-E2E,Harbour Books,5942,TID-E2E,2026-11-02T03:15:00+00:00,2026-11-03T03:15:00+00:00,${amount},USD,visa,4242,123456,chip,00`;
/** Two good rows, one of them with a single decimal, and two that cannot be taken: no id, no amount. */
const file = [head, row("TXN-E2E-1", "19.90"), row("", "20.00"), row("TXN-E2E-2", "7.5"), row("TXN-E2E-3", "much")];

beforeAll(deskIsOpen);

test("a settlement file with dirt: the good rows are taken, the bad ones handed back, and again changes nothing", async () => {
  await visitDesk("import", async ({ colleague }) => {
    const page = await colleague("agent", "/imports");
    const upload = {
      name: "harbour.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${file.join("\n")}\n`),
    };
    const choose = async () => {
      await page.locator("input[type=file]").setInputFiles(upload);
      await page.getByRole("region", { name: "Before it is imported" }).getByText("much").waitFor();
      await page.getByRole("button", { name: "Import this file" }).click();
    };
    const result = page.getByRole("region", { name: "Result" });
    const seeCount = (name: string, count: string) =>
      result.locator("dl > div", { hasText: name }).filter({ hasText: count }).waitFor();

    await choose();
    await result.getByRole("heading", { name: "harbour.csv · Done" }).waitFor();
    for (const [name, count] of [
      ["Read", "4"],
      ["New", "2"],
      ["Not imported", "2"],
    ] as const)
      await seeCount(name, count);
    const errors = page.getByRole("region", { name: "Rows that were not imported" });
    await errors.getByText("TXN-E2E-3").waitFor();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download these rows, to mend and import again" }).click(),
    ]);
    const report = await readFile(await download.path(), "utf8");
    expect(report.trim().split("\n")).toHaveLength(3);
    expect(report).toContain("TXN-E2E-3");

    await choose();
    await result.getByText("Every row that could be imported was there already").waitFor();
    await seeCount("New", "0");
    await seeCount("There already, unchanged", "2");
  });
});
