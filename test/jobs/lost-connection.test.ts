import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { openDatabase } from "../../server/platform/database/database.ts";
import { createTestDatabase } from "../support/database.ts";

test("a connection that is lost while a transaction holds it fails that transaction and nothing else", async () => {
  const own = await createTestDatabase();
  const database = await openDatabase(own.url, { connections: 2 });
  const doomed = database.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await database.pool.query("select pg_terminate_backend($1)", [rows[0]?.pid]);
    // Nothing is under way on it when the end is noticed.
    await wait(100);
    await sql`select 1`.execute(trx);
  });
  await expect(doomed).rejects.toThrow();
  for (let times = 0; times < 4; times++) {
    await expect(sql`select 1 as one`.execute(database.db)).resolves.toMatchObject({ rows: [{ one: 1 }] });
  }
  await database.close();
  await own.drop();
});

test("a database that was closed has nobody connected to it any more", async () => {
  const own = await createTestDatabase();
  const database = await openDatabase(own.url, { connections: 2 });
  await sql`select 1`.execute(database.db);
  await database.close();
  expect(database.pool.ended).toBe(true);
  expect(database.pool.totalCount).toBe(0);
  await own.drop();
});
