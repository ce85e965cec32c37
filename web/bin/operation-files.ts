import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import type { DocumentNode } from "graphql";
import { cacheSchema } from "./cache-schema.ts";
import { madeOf } from "./document-types.ts";

const web = path.resolve(import.meta.dirname, "..");
const schema = path.resolve(web, "..", "schema");

interface Loaded {
  readonly documents: ReadonlySet<DocumentNode>;
  operationText(document: DocumentNode): string;
  sha256(text: string): string;
}

/** What schema/ should hold of the web: files by their name, and of what the documents' types are to be made. */
export interface OperationFiles {
  readonly files: Readonly<Record<string, string>>;
  readonly made: string;
}

/** Every operation that the web writes down, by the SHA-256 of the text that its client hashes; modules are loaded by whoever runs it. */
export async function operationFiles(load: (file: string) => Promise<object>): Promise<OperationFiles> {
  for await (const name of glob("**/*.{ts,tsx}", { cwd: web })) {
    const text = await readFile(path.join(web, name), "utf8");
    if (/\bgraphql\(/.test(text) && !/^(?:graphql|bin)\//.test(name)) await load(path.join(web, name));
  }
  const parts = ["graphql.ts", "operation-text.ts", "sha256.ts"].map((name) => load(path.join(web, "graphql", name)));
  const { documents, operationText, sha256 }: Loaded = Object.assign({}, ...(await Promise.all(parts)));
  const texts = [...documents].filter(hasOperation).map(operationText);
  const known = Object.fromEntries(
    texts.map((text) => [sha256(text), text] as const).sort(([left], [right]) => (left < right ? -1 : 1)),
  );
  const schemaText = await readFile(path.join(schema, "schema.graphql"), "utf8");
  return {
    files: {
      "operations.json": `${JSON.stringify(known, null, 2)}\n`,
      "cache-schema.json": `${JSON.stringify(cacheSchema(schemaText))}\n`,
    },
    made: await madeOf(schemaText, [...documents]),
  };
}

function hasOperation({ definitions }: DocumentNode): boolean {
  return definitions.some(({ kind }) => kind === "OperationDefinition");
}
