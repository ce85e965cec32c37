import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { createServer } from "vite";

// `npm run schema` writes schema/schema.graphql from the code; `npm run schema -- --check` says whether it is still true.
const root = path.resolve(import.meta.dirname, "..", "..");
const file = path.join(root, "schema", "schema.graphql");

interface SchemaModule {
  printApiSchema(): string;
}

// Node runs TypeScript but not its decorators, so Vite loads the module.
const vite = await createServer({
  root,
  configFile: false,
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { printApiSchema } = (await vite.ssrLoadModule("/server/schema.ts")) as SchemaModule;
  const printed = printApiSchema();
  if (process.argv.includes("--check")) {
    const committed = await readFile(file, "utf8").catch(() => "");
    if (committed !== printed) {
      console.error("schema/schema.graphql is not what the code says. Run `npm run schema` and review the difference.");
      process.exitCode = 1;
    }
  } else {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, printed);
  }
} finally {
  await vite.close();
}
