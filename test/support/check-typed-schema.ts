import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// Is schema/graphql-env.d.ts, by which the web's documents are typed, still what schema/schema.graphql says?
const root = path.resolve(import.meta.dirname, "..", "..");
const folder = mkdtempSync(path.join(tmpdir(), "redress-typed-schema-"));
try {
  const fresh = path.join(folder, "graphql-env.d.ts");
  const program = path.join(root, "node_modules", "gql.tada", "bin", "cli.js");
  execFileSync(process.execPath, [program, "generate-output", "--output", fresh], { cwd: root, stdio: "pipe" });
  if (readFileSync(fresh, "utf8") !== readFileSync(path.join(root, "schema", "graphql-env.d.ts"), "utf8")) {
    console.error("schema/graphql-env.d.ts is not what the schema says. Run `npm run schema`.");
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
