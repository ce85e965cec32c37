import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, "..", "..");

export interface Cruise {
  readonly modules: number;
  /** As "rule: from → to". */
  readonly violations: readonly string[];
}

/** Looks at every import below `folder` by the house's rules. */
export async function cruise(folder: string = root): Promise<Cruise> {
  const program = path.join(root, "node_modules", "dependency-cruiser", "bin", "dependency-cruiser.mjs");
  const config = path.join(root, ".dependency-cruiser.cjs");
  const words = [program, "--config", config, "--output-type", "json", "server", "web", "test"];
  // It ends with the number of violations, which is no failure of its own.
  const { stdout } = await run(process.execPath, words, { cwd: folder, maxBuffer: 1 << 28 }).catch(
    (error: { stdout: string }) => error,
  );
  const { summary }: { summary: Summary } = JSON.parse(stdout);
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

interface Summary {
  readonly totalCruised: number;
  readonly violations: readonly {
    readonly rule: { readonly name: string };
    readonly from: string;
    readonly to: string;
  }[];
}
