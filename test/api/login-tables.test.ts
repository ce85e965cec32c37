import { afterAll, beforeAll, expect, test } from "vitest";
import { migrateLogin } from "../../server/platform/login/migrate-login.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { runStatement } from "../support/run-statement.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test("servers that start at once make the tables of log-in once, and a later start changes nothing", async () => {
  await runStatement(database.url, "drop schema auth cascade");
  await Promise.all([1, 2, 3].map(() => migrateLogin(database.url)));
  await expect(migrateLogin(database.url)).resolves.toBeUndefined();
  await runStatement(
    database.url,
    `insert into auth."rateLimit" (id, key, count, "lastRequest") values ('1', 'k', 1, 1)`,
  );
});
