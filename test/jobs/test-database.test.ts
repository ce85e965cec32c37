import pg from "pg";
import { expect, test } from "vitest";
import { createTestDatabase } from "../support/database.ts";

test("every test file has a migrated database to itself", async () => {
  const [first, second] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  const client = new pg.Client({ connectionString: first.url });
  await client.connect();
  const { rows } = await client.query(
    "select current_database() <> $1 as own, to_regclass('cases') is not null as migrated",
    [new URL(second.url).pathname.slice(1)],
  );
  await client.end();
  await Promise.all([first.drop(), second.drop()]);
  expect(rows).toEqual([{ own: true, migrated: true }]);
});
