import { beforeAll, expect, test } from "vitest";
import { aPdf } from "../support/files.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

const paper = aPdf(
  "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n",
  "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] >>\nendobj\n",
);

test("an agent attaches a file and reads it, by keyboard alone", async () => {
  await visitDesk("evidence", async ({ colleague }) => {
    const page = await colleague("agent", "/queue");
    const { keyboard } = page;
    await page
      .getByText(/^RD-\d\d-\d{6}$/)
      .first()
      .waitFor();
    await keyboard.press("j");
    await keyboard.press("Enter");
    await page.waitForURL(/\/cases\//);

    const add = page.getByRole("button", { name: "Add a file" });
    await add.waitFor();
    const asked = page.waitForEvent("filechooser");
    await add.focus();
    await keyboard.press("Enter");
    await (await asked).setFiles({ name: "keyboard.pdf", mimeType: "application/pdf", buffer: paper });
    await page.getByText("The file was added").waitFor();

    const file = page.getByRole("button", { name: /^keyboard\.pdf/ });
    await file.focus();
    await keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "keyboard.pdf" });
    await dialog.getByText("Page 1 of 1").waitFor();
    await dialog.getByRole("region", { name: "keyboard.pdf" }).focus();
    await keyboard.press("+");
    await keyboard.press("r");
    const drawn = dialog.locator("canvas").locator("..");
    expect(await drawn.getAttribute("style")).toContain("rotate(90deg) scale(1.25)");
    await keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect(await file.evaluate((button) => document.activeElement === button)).toBe(true);
  });
});
