import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { text } from "node:stream/consumers";
import type { Totals } from "./support/closing-line.ts";

const root = path.resolve(import.meta.dirname, "..");

interface Step {
  readonly name: string;
  /** A program of node_modules, or one of ours, and what it is told. */
  readonly run: readonly [program: string, ...words: string[]];
}

/** What is looked at beside the tests; each counts as one check. What the tests run on begins first, and the longest with it. */
const steps: readonly Step[] = [
  { name: "build", run: ["server/bin/build.ts"] },
  // One checker: each of several would infer every row from its entity again, which costs more than they save.
  { name: "types", run: ["@typescript/native/bin/tsc", "--noEmit", "--checkers", "1"] },
  {
    name: "the web's documents fit the schema",
    run: ["gql.tada/bin/cli.js", "check", "--fail-on-warn", "--tsconfig", "web/tsconfig.documents.json"],
  },
  {
    name: "types of the pure rules, without Node or browser",
    run: ["@typescript/native/bin/tsc", "--noEmit", "-p", "server/tsconfig.pure.json"],
  },
  { name: "lint and format", run: ["@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--colors=off", "."] },
  { name: "schema/graphql-env.d.ts is what the schema says", run: ["test/support/check-typed-schema.ts"] },
];

// `npm test`: every check of the project, and one last line with the sum of all.
const waiting = [...steps];
const hands = [runSteps(), runSteps()];
// Whoever has nothing left begins the tests while the other is at the last step, which is never the build.
await Promise.race(hands);
const [tests, ...results] = await Promise.all([runVitest(), ...hands]);
const totals = [tests, ...results.flat()];
const passed = totals.reduce((sum, total) => sum + total.passed, 0);
const failed = totals.reduce((sum, total) => sum + total.failed, 0);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** One of two hands that take the next step until none is left. */
async function runSteps(): Promise<readonly Totals[]> {
  const done: Totals[] = [];
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    done.push((await runStep(step)) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return done;
}

/** Quiet when all is well; everything that the program said when it is not. */
async function runStep({ name, run: [program, ...words] }: Step): Promise<boolean> {
  const began = performance.now();
  const file = path.join(root, /^(server|web|test)\//.test(program) ? "" : "node_modules", program);
  const child = spawn(process.execPath, [file, ...words], { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const [end, said, complained] = await Promise.all([endOf(child), text(child.stdout), text(child.stderr)]);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${end === 0 ? "✓" : "✗"} ${name} (${seconds} s)`);
  if (end !== 0) console.log(`${said}${complained}${typeof end === "string" ? `It was ended by ${end}.` : ""}`);
  return end === 0;
}

/** All of Vitest's projects in one run; its totals come by a file, since its last line is ours to print. */
async function runVitest(): Promise<Totals> {
  const folder = mkdtempSync(path.join(tmpdir(), "redress-totals-"));
  const file = path.join(folder, "totals.json");
  const vitest = path.join(root, "node_modules", "vitest", "vitest.mjs");
  try {
    const child = spawn(process.execPath, [vitest, "run", "--config", "test/vitest.config.ts"], {
      cwd: root,
      stdio: "inherit",
      env: { ...process.env, CLOSING_LINE_FILE: file },
    });
    const end = await endOf(child);
    if (typeof end === "string") console.log(`Vitest was ended by ${end}.`);
    const told = readTotals(file);
    // It may fail beside its tests, while it starts or while it cleans up.
    return end !== 0 && told.failed === 0 ? { ...told, failed: 1 } : told;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The exit status, or the signal that ended it. */
function endOf(child: ReturnType<typeof spawn>): Promise<number | NodeJS.Signals> {
  return new Promise((resolve, reject) => {
    child.once("exit", (status, signal) => resolve(status ?? signal ?? 1));
    child.once("error", reject);
  });
}

function readTotals(file: string): Totals {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // It ended before it had any.
    return { passed: 0, failed: 1 };
  }
}
