import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { plainStyle } from "../../server/desk/pages/plain-style.ts";
import { drawCertificate } from "../../server/training/actions/draw-certificate.ts";

interface Line {
  readonly size: number;
  readonly y: number;
}

/** Every line of the first page from the top, by the height of its letters and where they stand. */
async function linesOf(content: Buffer): Promise<readonly Line[]> {
  const task = getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 });
  const { items } = await (await (await task.promise).getPage(1)).getTextContent();
  await task.destroy();
  const lines = new Map<number, number>();
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const [, , , size = 0, , y = 0] = item.transform as number[];
    lines.set(y, Math.max(size, lines.get(y) ?? 0));
  }
  return [...lines].map(([y, size]) => ({ y, size })).sort((upper, lower) => lower.y - upper.y);
}

test("no line of a certificate stands in another", async () => {
  const course = { zh: "银行争议处理", en: "Disputes at the bank" };
  const certificate = { code: "TC-6RQV-MX86-66XV", name: "李娜", course, validFrom: null, validUntil: null };
  const lines = await linesOf(await drawCertificate(certificate, "https://desk.example/verify/TC-6RQV-MX86-66XV"));
  expect(lines.length).toBe(10);
  lines.slice(1).forEach((lower, index) => {
    const upper = lines[index] ?? lower;
    expect(upper.y - lower.y).toBeGreaterThan(0.25 * upper.size + 0.9 * lower.size);
  });
});

test("a plain page is dark on a screen alone: paper is white whatever its reader likes", () => {
  const dark = plainStyle.split("\n").filter((line) => line.includes("prefers-color-scheme:dark"));
  expect(dark.length).toBeGreaterThan(0);
  for (const rule of dark) expect(rule).toMatch(/^@media screen and /);
});
