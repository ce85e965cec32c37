import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Totals } from "./support/closing-line.ts";

const root = path.resolve(import.meta.dirname, "..");

interface Step {
  readonly name: string;
  /** A program of node_modules, or one of ours, and what it is told. */
  readonly run: readonly [program: string, ...words: string[]];
}

/** What is looked at before anything runs; each counts as one check. */
const steps: readonly Step[] = [
  { name: "types", run: ["@typescript/native/bin/tsc", "--noEmit"] },
  {
    name: "types of the pure rules",
    run: ["@typescript/native/bin/tsc", "--noEmit", "-p", "server/tsconfig.pure.json"],
  },
  { name: "lint and format", run: ["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--colors=off", "."] },
  { name: "build", run: ["server/bin/build.ts"] },
];

// `npm test`: every check of the project, and one last line with the sum of all.
const totals: Totals = { passed: 0, failed: 0 };
for (const step of steps) count(runStep(step) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
count(runVitest());
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

function count({ passed, failed }: Totals): void {
  totals.passed += passed;
  totals.failed += failed;
}

/** Quiet when all is well; everything the program said when it is not. */
function runStep({ name, run: [program, ...words] }: Step): boolean {
  const began = performance.now();
  const file = path.join(root, program.startsWith("server/") ? "" : "node_modules", program);
  const done = spawnSync(process.execPath, [file, ...words], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  const passed = done.status === 0;
  console.log(`${passed ? "✓" : "✗"} ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
  if (!passed) console.log(`${done.stdout}${done.stderr}${done.error?.message ?? ""}`);
  return passed;
}

/** All of Vitest's projects in one run; its totals come by a file, since its last line is ours to print. */
function runVitest(): Totals {
  const folder = mkdtempSync(path.join(tmpdir(), "redress-totals-"));
  const file = path.join(folder, "totals.json");
  const vitest = path.join(root, "node_modules", "vitest", "vitest.mjs");
  try {
    const done = spawnSync(process.execPath, [vitest, "run", "--config", "test/vitest.config.ts"], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, CLOSING_LINE_FILE: file },
    });
    const told = readTotals(file);
    // It may fail beside its tests, while it starts or while it cleans up.
    return done.status !== 0 && told.failed === 0 ? { ...told, failed: 1 } : told;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readTotals(file: string): Totals {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // It ended before it had any.
    return { passed: 0, failed: 1 };
  }
}
