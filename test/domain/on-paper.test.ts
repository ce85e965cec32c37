import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { drawCaseFile } from "../../server/desk/pages/case-file-pdf.ts";
import { plainStyle } from "../../server/desk/pages/plain-style.ts";
import type { CaseFile, FileEvent } from "../../server/desk/queries/read-case-file.ts";
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

const at = new Date("2026-11-30T04:00:00Z");
const told = { thread: "CUSTOMER", saidBy: "DESK", body: "We have asked the shop." } as const;
const event: Omit<FileEvent, "sequence"> = {
  kind: "ATTACH_EVIDENCE",
  from: "VERIFYING",
  to: "VERIFYING",
  at,
  actorRole: "SYSTEM",
  actor: null,
  facts: [],
  messages: [],
};
const photo = { kind: "PHOTO", fileName: "photo.png", bytes: 980, sha256: "ab".repeat(32) } as const;

/** What stands on each page of a case's file. */
async function pagesOf(
  events: readonly Omit<FileEvent, "sequence">[],
  { clocks = [], fileName = photo.fileName }: { readonly clocks?: CaseFile["clocks"]; readonly fileName?: string } = {},
) {
  const file: CaseFile = {
    number: "RD-26-000001",
    state: "CLOSED",
    reason: "OTHER",
    openedAt: at,
    closedAt: null,
    amount: { formatted: "CNY 1.00" },
    refundable: null,
    merchant: { name: "Shop", nameZh: null },
    customer: null,
    assignee: null,
    transaction: null,
    refunds: [],
    decision: null,
    checks: [],
    clocks,
    events: events.map((each, index) => ({ ...each, sequence: index + 1 })),
    evidence: [{ ...photo, fileName, uploadedAt: at, uploadedBy: "CUSTOMER" }],
    chain: { count: events.length, head: "cd".repeat(32) },
  };
  const names = { nameZh: "退款服务", nameEn: "Refund desk", phone: null, email: null };
  const desk = { ...names, currency: "CNY", timeZone: "Asia/Shanghai" };
  const content = await drawCaseFile(file, "en", { desk, at });
  const task = getDocument({ data: new Uint8Array(content), useSystemFonts: false, verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let page = 1; page <= document.numPages; page += 1) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  await task.destroy();
  return pages;
}

test("the heading of a list goes to the next page with its first line", async () => {
  const pages = await pagesOf(Array.from({ length: 12 }, () => event));
  expect(pages.map((text) => [/\bEvidence\b/.test(text), text.includes("photo.png")])).toEqual([
    [false, false],
    [true, true],
  ]);
});

test.each([8, 9, 10])(
  "below %i events the heading of a list is not left by what runs over several lines",
  async (count) => {
    const fileName = `begins ${"and goes on ".repeat(70)}.png`;
    const pages = await pagesOf(
      Array.from({ length: count }, () => event),
      { fileName },
    );
    const page = pages.find((text) => /\bEvidence\b/.test(text));
    expect(page).toContain("begins");
  },
);

test("a file says to whom the desk wrote, and of a clock without a date that it has none", async () => {
  const clock = { title: "Mediation", state: "RUNNING", dueAt: null, endedAt: null, source: "Order 121" } as const;
  const [page] = await pagesOf([{ ...event, messages: [told] }], { clocks: [clock] });
  expect(page).toMatch(/To the customer\s+We have asked the shop\./);
  expect(page).toMatch(/Not dated\s+Mediation/);
});
