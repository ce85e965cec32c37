import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { pickByName } from "../support/pick-by-name.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

test("an auditor draws a sample, reviews two cases by keyboard, raises a finding and files the report", async () => {
  await visitDesk("auditor-sample", async ({ colleague }) => {
    const page = await colleague("compliance2", "/audit/samples");
    await page.getByText("Draw a sample", { exact: true }).click();
    await page.getByLabel("Name").fill("Q4, by hand");
    await page.getByLabel("Seed").fill("auditor-day");
    await page.getByLabel("Cases", { exact: true }).fill("5");
    await page.getByRole("button", { name: "Preview the population" }).click();
    await page.getByText(/The population is \d+ decided cases/).waitFor();
    await page.getByRole("button", { name: "Draw it" }).click();
    await page.getByRole("heading", { name: "Q4, by hand" }).waitFor();

    await page.keyboard.press("j");
    let reviewed = 0;
    let last = 0;
    for (let position = 1; position <= 4 && reviewed < 2; position += 1) {
      await page.getByRole("heading", { name: `Case ${position} of 5` }).waitFor();
      await page.getByText("What the records answer").waitFor();
      if (await page.getByText("You worked on this case yourself").isVisible()) {
        await page.keyboard.press("j");
        continue;
      }
      await page.keyboard.press("n");
      await page.keyboard.type("Nobody looked at the category.");
      await page.keyboard.press("Enter");
      for (let question = 0; question < 5; question += 1) await page.keyboard.press("y");
      // What is kept in full leads on to the next case.
      await page.keyboard.press("s");
      reviewed += 1;
      last = position;
      await page.getByText(`${reviewed} of 5 reviewed`).waitFor();
    }
    expect(reviewed).toBe(2);
    // The next may be one of the auditor's own, of which nothing is to be found by them.
    await page.getByRole("heading", { name: `Case ${last + 1} of 5` }).waitFor();
    await page.keyboard.press("k");
    await page.getByRole("heading", { name: `Case ${last} of 5` }).waitFor();

    await page.getByText("Raise a finding", { exact: true }).click();
    await page.getByLabel("What was found").fill("The category was never looked at.");
    await page.getByLabel("Cause").fill("The form does not ask for it.");
    await page.getByLabel("Corrective action").fill("Ask for it.");
    await pickByName(page, "Owner", "海燕", "周海燕 · Supervisor");
    await page.getByLabel("Due on").fill("2099-12-31");
    await page.getByRole("button", { name: "Record" }).click();
    await page.getByText("The finding is recorded").waitFor();

    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Download the report (PDF)" }).click();
    const file = await readFile(await (await download).path());
    expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  });
});

test("an auditor follows a person through the log, verifies a chain, and sees the exceptions and who looked", async () => {
  await visitDesk("auditor-log", async ({ colleague }) => {
    const page = await colleague("compliance", "/audit/log");
    await pickByName(page, "Who", "李娜", "李娜 · Support agent");
    await page.waitForURL(/person=/);
    await page.locator("summary", { hasText: "李娜" }).first().click();
    await page.getByText("Only this case, and verify its chain").first().click();
    await page.getByText(/^Intact:/).waitFor();
    await page.getByRole("link", { name: "Exceptions", exact: true }).click();
    await page.getByRole("heading", { name: "Audit" }).waitFor();
    await page.getByText("Without dates: the last ninety days").waitFor();
    await page.getByRole("link", { name: "Access", exact: true }).click();
    await page.getByText("It is written before anything is shown.").waitFor();
  });
});

test("an auditor reads why a case was decided so, by which version, and what that version changed, in words", async () => {
  await visitDesk("auditor-decision", async ({ colleague, address }) => {
    const page = await colleague("compliance", "/audit/log?action=approve_refund");
    await page.locator("summary", { hasText: "Approved a refund" }).first().click();
    await page
      .getByRole("link", { name: /^Open case/ })
      .first()
      .click();
    await page
      .getByText(/^Refunds of .+ v\d+(\.\d+)?[,:]/)
      .first()
      .waitFor();
    await page.getByRole("button", { name: "Why?", exact: true }).click();
    await page.getByText("it comes out the same").waitFor();
    await page.getByRole("heading", { name: "Row by row" }).waitFor();
    expect(
      await page
        .getByRole("listitem")
        .filter({ hasText: /^decides/ })
        .count(),
    ).toBe(1);
    await page.getByRole("heading", { name: "What it rests on" }).waitFor();
    expect(await page.getByText(/^the amount is /).count()).toBe(1);

    await page.goto(`${address}/policies/default?version=v3`);
    await page.getByText(/differences? from v2; compare/).click();
    await page.getByText("Windows of their own").click();
    // Both readings, side by side: what was cancelled had no time of its own before.
    await page.getByText(/^wrong amount 180 days, /).waitFor();
    await page.getByText(/^cancelled but charged 30 days, wrong amount 180 days, /).waitFor();
  });
});
