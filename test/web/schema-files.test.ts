import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { typesStand } from "../../web/bin/document-types.ts";
import { operationFiles } from "../../web/bin/operation-files.ts";

const schema = path.resolve(import.meta.dirname, "..", "..", "schema");

// It loads the whole of the web.
test("schema/ holds the operations of the web, and the types of its documents; `npm run schema` writes them", async () => {
  const { files, made } = await operationFiles((file) => import(file));
  const stale: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    if ((await readFile(path.join(schema, name), "utf8")) !== text) stale.push(name);
  }
  if (!(await typesStand(made))) stale.push("graphql-cache.d.ts");
  expect(stale).toEqual([]);
}, 120_000);
