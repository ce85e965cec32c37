import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { printApiSchema } from "../../server/schema.ts";

test("schema/schema.graphql is what the code says; `npm run schema` writes it", async () => {
  const written = await readFile(new URL("../../schema/schema.graphql", import.meta.url), "utf8");
  // Both are long: where they differ, the difference is for `git diff`.
  expect(written === printApiSchema()).toBe(true);
});
