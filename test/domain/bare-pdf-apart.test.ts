import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { inspectFile } from "../../server/evidence/inspect-file.ts";
import { inspectOnTicket } from "../../server/evidence/inspect-on-ticket.ts";
import { barePdfApart } from "../../server/evidence/pdf/bare-pdf-apart.ts";
import { atMost } from "../../server/platform/at-most.ts";
import { byLiNa, keptOf, page } from "../support/bare-pdfs.ts";
import { aPdf } from "../support/files.ts";
import { aTaggedPdf, forTheWeb, packed, wordsOf } from "../support/pdf-files.ts";
import { until } from "../support/until.ts";

// The library tells of odd files on the console.
beforeAll(() => void vi.spyOn(console, "warn").mockImplementation(() => undefined));
afterAll(() => void vi.restoreAllMocks());

const tooIntricate = { code: "TOO_INTRICATE" };
const apart = new URL("../../server/evidence/pdf/bare-pdf-apart.ts", import.meta.url).href;

describe("a process of its own", { timeout: 60_000 }, () => {
  const little = { seconds: 60, megabytes: 32 };

  test("says what is said here, and needs little for it", async () => {
    const here = await keptOf(byLiNa());
    const inspected = await inspectFile(byLiNa());
    expect(inspected.ok && inspected.value.content.equals(here)).toBe(true);
    expect(await barePdfApart(forTheWeb(), little)).toMatchObject({ ok: true });
  });

  test("is ended where it fills the memory, bit by bit or at once", async () => {
    for (const count of [1_000_000, 4_500_000]) {
      const full = aPdf(page(`/A [${"1 ".repeat(count)}]`));
      expect(await barePdfApart(full, little)).toMatchObject({ ok: false, error: tooIntricate });
    }
  });

  test("is refused, and nothing of ours ends, where it packs more than anybody means", async () => {
    const all = packed(59, { 60: `[${"/a".repeat(33_000_000)}]` });
    expect(await barePdfApart(aPdf(page("/A 60 0 R"), all))).toMatchObject({ ok: false, error: tooIntricate });
  });

  test("ends with whoever started it, in the middle of a file", async () => {
    const endless = `const { barePdfApart } = await import(${JSON.stringify(apart)});
      setTimeout(() => process.exit(), 3000);
      await barePdfApart(Buffer.from("%PDF-1.7 " + "x ".repeat(4_000_000) + "%%EOF"));`;
    const parent = spawn(process.execPath, ["--input-type=module", "-e", endless], { stdio: "ignore" });
    const isThere = async () =>
      execFileSync("ps", ["-eo", "args"], { encoding: "utf8" }).includes(`bare-pdf.child.ts ${parent.pid}`);
    await until("A child of it", isThere, (there) => there, 30_000);
    await once(parent, "exit");
    await until("Its child's end", isThere, (there) => !there, 5_000);
  });

  test("is told to come again where ten are there already, and to nobody's harm", async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => barePdfApart(forTheWeb(), little)));
    const [busy, read] = [answers.filter(({ ok }) => !ok), answers.filter(({ ok }) => ok)];
    expect(read).toHaveLength(10);
    expect(busy).toEqual([1, 2].map(() => ({ ok: false, error: { code: "BUSY" } })));
  });

  test("reads one file at a time on a ticket, and the next one then", async () => {
    const [first, second] = [inspectOnTicket({ hash: "a" }, byLiNa()), inspectOnTicket({ hash: "a" }, byLiNa())];
    const other = inspectOnTicket({ hash: "b" }, byLiNa());
    expect(await second).toEqual({ ok: false, error: { code: "BUSY" } });
    expect(await Promise.all([first, other])).toMatchObject([{ ok: true }, { ok: true }]);
    expect(await inspectOnTicket({ hash: "a" }, byLiNa())).toMatchObject({ ok: true });
  });

  test("reads a tagged document of forty thousand small objects, and has time left", async () => {
    const file = aTaggedPdf(40_000);
    const before = process.cpuUsage();
    expect(wordsOf(await keptOf(file))).toContain("(line 40999)");
    expect(process.cpuUsage(before).user).toBeLessThan(8_000_000);
  });

  test("is ended where it takes too long, and nobody waits for it meanwhile", async () => {
    // Between objects the library tries each letter.
    const endless = aPdf(Buffer.from("x ".repeat(4_000_000)));
    let turns = 0;
    const turning = setInterval(() => turns++, 20);
    expect(await barePdfApart(endless, { ...little, seconds: 1 })).toMatchObject({ ok: false, error: tooIntricate });
    clearInterval(turning);
    expect(turns).toBeGreaterThan(10);
  });

  test("waits for its turn", async () => {
    const two = atMost(2, 3);
    const open: (() => void)[] = [];
    let [running, most] = [0, 0];
    const all = [1, 2, 3, 4, 5].map((number) =>
      two(async () => {
        most = Math.max(most, ++running);
        await new Promise<void>((resolve) => open.push(resolve));
        running--;
        if (number === 2) throw new Error("It failed");
        return number;
      })?.catch((error: unknown) => String(error)),
    );
    expect(two(() => Promise.resolve())).toBeNull();
    while (open.length > 0 || running > 0) {
      open.shift()?.();
      await new Promise((resolve) => setTimeout(resolve));
    }
    expect(await Promise.all(all)).toEqual([1, "Error: It failed", 3, 4, 5]);
    expect(most).toBe(2);
  });
});
