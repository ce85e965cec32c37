import { glob, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { DocumentNode } from "graphql";
import { createServer } from "vite";

// Writes schema/operations.json: every operation of the web by the SHA-256 of the text that its client hashes. With
// --check it says whether the file is still true. The server knows these documents and, in production, no others.
const web = path.resolve(import.meta.dirname, "..");
const file = path.resolve(web, "..", "schema", "operations.json");

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
  const printed = `${JSON.stringify(known, null, 2)}\n`;
  if (!process.argv.includes("--check")) await writeFile(file, printed);
  else if ((await readFile(file, "utf8")) !== printed) {
    console.error("schema/operations.json is not what the web asks. Run `npm run schema` and review the difference.");
    process.exitCode = 1;
  }
} finally {
  await vite.close();
}

function hasOperation({ definitions }: DocumentNode): boolean {
  return definitions.some(({ kind }) => kind === "OperationDefinition");
}
