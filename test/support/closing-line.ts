import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** What a run came to; `test/run.ts` adds its own checks to these two. */
export interface Totals {
  passed: number;
  failed: number;
}

/**
 * Ends a run with one plain line of totals. A test that was skipped counts as failed, since nothing here may be left out
 * silently; so does a file that broke before its tests ran, and an error outside any test.
 * Where CLOSING_LINE_FILE is set, the totals go there instead, for the caller that prints one line for everything.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const totals: Totals = { passed: 0, failed: errors.length };
    const left: string[] = [];
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      if (module.state() === "failed" && tests.every((test) => test.result().state !== "failed")) totals.failed++;
      for (const test of tests) {
        const { state } = test.result();
        if (state === "passed") totals.passed++;
        else totals.failed++;
        if (state !== "passed" && state !== "failed") left.push(`${module.relativeModuleId}: ${test.fullName}`);
      }
    }
    const file = process.env["CLOSING_LINE_FILE"];
    if (file !== undefined) writeFileSync(file, JSON.stringify(totals));
    // Vitest still has words of its own to print after this event; the exit is the last moment.
    process.on("exit", () => {
      for (const name of left) console.log(`not run, counted as failed: ${name}`);
      if (file === undefined) console.log(`${totals.passed} passed, ${totals.failed} failed`);
    });
  }
}
