import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

/** Moves down the list until the focus is on the request of that case. */
async function goDownTo(page: Page, number: string): Promise<void> {
  const box = page.getByRole("checkbox", { name: new RegExp(`^Select .*${number}$`) });
  await box.waitFor();
  for (let pressed = 0; pressed < 50; pressed++) {
    await page.keyboard.press("j");
    if (await box.evaluate((found) => found === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${number}`);
}

test("approvals decided by the keyboard alone; what a colleague was faster with stays in sight with its reason", async () => {
  await visitDesk("approvals-keyboard", async ({ colleague }) => {
    const page = await colleague("supervisor", "/approvals");
    const boxes = page.getByRole("list", { name: "Requests for approval" }).getByRole("checkbox");
    await boxes.first().waitFor();

    // Down twice and up once is the first again; two are chosen, and taken back, and chosen.
    for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
    expect(await boxes.first().evaluate((box) => box === document.activeElement)).toBe(true);
    for (const key of ["x", "j", "x", "x", "x"]) await page.keyboard.press(key);
    await page.getByText("2 selected", { exact: true }).waitFor();
    const numbers = await boxes.evaluateAll((all) =>
      all.slice(0, 2).map((box) => /RD-\S+$/.exec(box.getAttribute("aria-label") ?? "")?.[0] ?? ""),
    );
    const [lost = "", kept = ""] = numbers;
    expect([lost, kept]).toEqual([expect.stringMatching(/^RD-/), expect.stringMatching(/^RD-/)]);

    await page.keyboard.press("a");
    const preview = page.getByRole("dialog", { name: "Before you approve" });
    for (const number of numbers) await preview.getByText(number).waitFor();
    await preview.getByRole("button", { name: "Approve 2" }).waitFor();

    // Meanwhile the first of them is decided elsewhere.
    const elsewhere = await colleague("supervisor", "/approvals");
    await goDownTo(elsewhere, lost);
    for (const key of ["x", "a"]) await elsewhere.keyboard.press(key);
    await elsewhere
      .getByRole("dialog", { name: "Before you approve" })
      .getByRole("button", { name: "Approve 1" })
      .waitFor();
    await elsewhere.keyboard.press("Control+Enter");
    await elsewhere.getByRole("dialog").getByText("Agreed", { exact: true }).waitFor();

    await page.keyboard.press("Control+Enter");
    await preview.getByText("Agreed", { exact: true }).waitFor();
    await page.keyboard.press("Enter");
    await preview.waitFor({ state: "detached" });
    const left = page.getByRole("alert").filter({ hasText: "1 was not decided" });
    await left.getByRole("link", { name: lost }).waitFor();
    expect(await left.textContent()).not.toContain(kept);
    await page.getByRole("checkbox", { name: new RegExp(`${kept}$`) }).waitFor({ state: "detached" });

    // And the way back into the list.
    await page.keyboard.press("j");
    await expect.poll(() => boxes.first().evaluate((box) => box === document.activeElement)).toBe(true);
  });
});
