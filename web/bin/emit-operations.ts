import { writeFile } from "node:fs/promises";
import path from "node:path";
import { createServer } from "vite";
import { typesStand, writeTypes } from "./document-types.ts";
import { operationFiles } from "./operation-files.ts";

// Writes schema/operations.json: every operation of the web by the SHA-256 of the text that its client hashes. The server
// knows these documents and, in production, no others. Beside it schema/cache-schema.json: what the console's cache must
// know of the types, and schema/graphql-cache.d.ts: the type of each document. A test says whether all are still true.
const web = path.resolve(import.meta.dirname, "..");

const vite = await createServer({
  root: web,
  configFile: path.join(web, "vite.config.ts"),
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  const { files, made } = await operationFiles((file) => vite.ssrLoadModule(file));
  for (const [name, text] of Object.entries(files)) await writeFile(path.resolve(web, "..", "schema", name), text);
  if (!(await typesStand(made))) await writeTypes(made);
} finally {
  await vite.close();
}
