import { beforeAll, expect, test } from "vitest";
import { aChinesePdf, aPdf } from "../support/files.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

const paper = aChinesePdf("退款凭证");

/** How dark the darkest dot is in a stripe of what was drawn, at this share of its height. */
function darkestAt(drawn: Element, share: number): number {
  if (!(drawn instanceof HTMLCanvasElement)) throw new Error("Only a canvas has dots");
  const { width, height } = drawn;
  const stripe = drawn.getContext("2d")?.getImageData(0, Math.floor(height * share), width, Math.floor(height * 0.05));
  return Math.min(...(stripe?.data ?? [255]).filter((_value, index) => index % 4 === 0));
}

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
    // The page's words, and its picture: both need files that a PDF leaves to its reader.
    await dialog.getByText("退款凭证").waitFor({ state: "attached" });
    const dots = dialog.locator("canvas");
    expect(await dots.evaluate(darkestAt, 0.75)).toBe(0);
    expect(await dots.evaluate(darkestAt, 0.35)).toBeLessThan(128);
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

test("a file whose sending breaks off goes on by itself, and says so meanwhile", async () => {
  await visitDesk("evidence-broken", async ({ colleague }) => {
    const page = await colleague("agent2", "/queue");
    await page
      .getByText(/^RD-\d\d-\d{6}$/)
      .first()
      .waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/cases\//);
    const methods: string[] = [];
    await page.route("**/evidence/*", async (route) => {
      if (route.request().method() === "GET") return route.continue();
      methods.push(route.request().method());
      // The network goes in the middle of the file, and is not back for the first question.
      if (methods.length <= 2) await route.abort("connectionreset");
      else await route.continue();
      return undefined;
    });
    const asked = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Add a file" }).click();
    await (await asked).setFiles({ name: "broken.pdf", mimeType: "application/pdf", buffer: aPdf("% broken\n") });
    await page.getByText(/^The connection broke at \d+%\. It goes on by itself\.$/).waitFor();
    await page.getByText("The file was added").waitFor();
    expect(methods.slice(0, 4)).toEqual(["POST", "PATCH", "PATCH", "PATCH"]);
    await page.getByRole("button", { name: /^broken\.pdf/ }).waitFor();
  });
});
