import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

interface Paper {
  readonly text: string;
  readonly pages: number;
  readonly widthMm: number;
}

/** What a printer would be given, read back. */
async function printed(page: Page): Promise<Paper> {
  const bytes = new Uint8Array(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  const document = await getDocument({ data: bytes, useSystemFonts: true }).promise;
  const texts: string[] = [];
  let width = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const sheet = await document.getPage(number);
    width = sheet.getViewport({ scale: 1 }).width;
    const { items } = await sheet.getTextContent();
    texts.push(items.map((item) => ("str" in item ? item.str : "")).join(""));
  }
  const pages = document.numPages;
  await document.destroy();
  return { text: squeezed(texts.join("")), pages, widthMm: Math.round((width / 72) * 25.4) };
}

/** Letters alone: how a line is broken on paper is no matter. */
const squeezed = (text: string) => text.replace(/\s+/g, "");

test("a case on paper: the whole story from its first event to its last, black on white, nothing that is only pressed", async () => {
  await visitDesk("print-case", async ({ colleague }) => {
    const page = await colleague("supervisor", "/queue?view=team");
    await page.getByRole("list", { name: "Queue" }).getByRole("link").first().press("Enter");
    await page.waitForURL("**/cases/*");
    const story = page.locator('li[id^="e-"]');
    await story.first().waitFor();
    await page.getByRole("button", { name: /dark/i }).first().click();
    const ends = [await story.first().innerText(), await story.last().innerText()];

    const { text, pages, widthMm } = await printed(page);
    for (const end of ends) for (const line of end.split("\n")) expect(text).toContain(squeezed(line));
    expect(pages).toBeGreaterThan(0);
    expect(widthMm).toBe(210);

    await page.emulateMedia({ media: "print" });
    expect(await page.locator("nav").first().isVisible()).toBe(false);
    expect(await page.getByRole("main").getByRole("button").filter({ visible: true }).count()).toBe(
      await page.locator("main [data-prints]").filter({ visible: true }).count(),
    );
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground).toBe("rgb(255, 255, 255)");
  });
});

test("a queue on paper: every row that was read, not only those in sight", async () => {
  await visitDesk("print-queue", async ({ colleague }) => {
    const page = await colleague("supervisor", "/queue?view=team");
    const rows = page.getByRole("list", { name: "Queue" });
    await rows.getByRole("listitem").first().waitFor();
    const inSight = await rows.getByRole("listitem").count();
    const { text } = await printed(page);
    const numbers = new Set(text.match(/RD-\d{2}-\d{6}/g));
    expect(numbers.size).toBeGreaterThan(inSight);
  });
});
