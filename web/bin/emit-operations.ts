import { glob, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { DocumentNode } from "graphql";
import { createServer } from "vite";
import { cacheSchema } from "./cache-schema.ts";
import { madeOf, typesStand, writeTypes } from "./document-types.ts";

// Writes schema/operations.json: every operation of the web by the SHA-256 of the text that its client hashes. The server
// knows these documents and, in production, no others. Beside it schema/cache-schema.json: what the console's cache must
// know of the types, and schema/graphql-cache.d.ts: the type of each document. With --check it says whether all are still true.
const web = path.resolve(import.meta.dirname, "..");
const schema = path.resolve(web, "..", "schema");
const isCheck = process.argv.includes("--check");

interface Collected {
  readonly documents: ReadonlySet<DocumentNode>;
  operationText(document: DocumentNode): string;
  sha256(text: string): string;
}

const vite = await createServer({
  root: web,
  configFile: path.join(web, "vite.config.ts"),
  appType: "custom",
  logLevel: "error",
  server: { middlewareMode: true, hmr: false, ws: false, watch: null },
});
try {
  for await (const name of glob("**/*.{ts,tsx}", { cwd: web })) {
    const text = await readFile(path.join(web, name), "utf8");
    if (/\bgraphql\(/.test(text) && !name.startsWith("graphql/")) await vite.ssrLoadModule(`/${name}`);
  }
  const { documents } = (await vite.ssrLoadModule("/graphql/graphql.ts")) as Pick<Collected, "documents">;
  const { operationText } = (await vite.ssrLoadModule("/graphql/operation-text.ts")) as Pick<
    Collected,
    "operationText"
  >;
  const { sha256 } = (await vite.ssrLoadModule("/graphql/sha256.ts")) as Pick<Collected, "sha256">;
  const texts = [...documents].filter(hasOperation).map(operationText);
  const known = Object.fromEntries(
    texts.map((text) => [sha256(text), text] as const).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  await put("operations.json", `${JSON.stringify(known, null, 2)}\n`);
  const schemaText = await readFile(path.join(schema, "schema.graphql"), "utf8");
  await put("cache-schema.json", `${JSON.stringify(cacheSchema(schemaText))}\n`);
  const made = await madeOf(schemaText, [...documents]);
  if (!(await typesStand(made))) {
    if (isCheck) complain("graphql-cache.d.ts");
    else await writeTypes(made);
  }
} finally {
  await vite.close();
}

async function put(name: string, printed: string): Promise<void> {
  const file = path.join(schema, name);
  if (!isCheck) return writeFile(file, printed);
  if ((await readFile(file, "utf8").catch(() => "")) !== printed) complain(name);
}

function complain(name: string): void {
  console.error(`schema/${name} is not what the web asks. Run \`npm run schema\` and review the difference.`);
  process.exitCode = 1;
}

function hasOperation({ definitions }: DocumentNode): boolean {
  return definitions.some(({ kind }) => kind === "OperationDefinition");
}
