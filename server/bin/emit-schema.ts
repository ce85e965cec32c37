import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createServer } from "vite";

// `npm run schema` writes schema/schema.graphql from the code; a test says whether it is still true.
const root = path.resolve(import.meta.dirname, "..", "..");
const folder = path.join(root, "schema");

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
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "schema.graphql"), printApiSchema());
} finally {
  await vite.close();
}
