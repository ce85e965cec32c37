import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { DocumentNode } from "graphql";
import { sha256 } from "../graphql/sha256.ts";

const root = path.resolve(import.meta.dirname, "..", "..");
const file = path.join(root, "schema", "graphql-cache.d.ts");

/**
 * Of what the types were worked out: the schema, its scalars, every document, and the program that did it. A document that has
 * changed is worked out anew by the compiler, but one that has not, of a schema that has, would go by what it was.
 */
export async function madeOf(schema: string, documents: readonly DocumentNode[]): Promise<string> {
  const scalars = await readFile(path.join(root, "web", "graphql", "graphql.ts"), "utf8");
  const program = await readFile(path.join(root, "node_modules", "gql.tada", "package.json"), "utf8");
  const texts = documents.map(({ loc }) => loc?.source.body ?? "").sort();
  return sha256(JSON.stringify([schema, scalars, program, texts]));
}

/** What stands before the types: of what they were made, and that nobody has changed them since. */
const stampOf = (made: string, types: string): string => `/** Made of sha256:${made}, as sha256:${sha256(types)} */\n`;

export async function typesStand(made: string): Promise<boolean> {
  const written = await readFile(file, "utf8").catch(() => "");
  const types = written.slice(written.indexOf("\n") + 1);
  return written === stampOf(made, types) + types;
}

/** The compiler works out once what it would work out at every check: two fifths of the time of `npm run types`. */
export async function writeTypes(made: string): Promise<void> {
  const program = path.join(root, "node_modules", "gql.tada", "bin", "cli.js");
  await promisify(execFile)(process.execPath, [program, "turbo", "--fail-on-warn"], { cwd: root });
  // What stood before the types that it rewrites, it leaves there.
  const types = (await readFile(file, "utf8")).replace(/^(?:\/\*\* Made of .*\n)+/, "");
  await writeFile(file, stampOf(made, types) + types);
}
