import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, type Db, openDatabase } from "../../server/platform/database/database.ts";
import { readingTogether } from "../../server/platform/database/reading-together.ts";
import { countStatements } from "../support/count-statements.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

let made: TestDatabase;
let database: Database;
let reading: Db;
beforeAll(async () => {
  made = await createTestDatabase();
  database = await openDatabase(made.url);
  reading = readingTogether(database.pool);
});
afterAll(async () => {
  await database.close();
  await made.drop();
});

/** Every kind of column that the desk's tables have, and values at the edges of each. */
const everyType = (db: Db, key: string) =>
  sql<Record<string, unknown>>`
    select ${key}::uuid as id, 9007199254740993::bigint as minor, true as yes, false as no, null::text as nothing, ''::text as empty,
      '2026-11-29 01:02:03.456789+08'::timestamptz as at, '2026-02-28'::date as day, '{"a":[1,"二"],"n":null}'::jsonb as json,
      array['x,"y"', null, '中']::text[] as words, 3::int as small, 0.1::float8 as share, 12.340::numeric as exact, 'CNY'::text as currency`.execute(
    db,
  );
const manyRows = (db: Db, from: number) =>
  sql<{
    n: number;
  }>`select g as n from generate_series(${from}::int, ${from}::int + 40) g order by g % 7, g desc`.execute(db);
const noRows = (db: Db, word: string) => sql<{ word: string }>`select ${word}::text as word where false`.execute(db);

describe("rows that are read together", () => {
  test("are the rows that each statement gives alone, in its order, value by value", async () => {
    const keys = [randomUUID(), randomUUID()] as const;
    const ask = (db: Db) =>
      Promise.all([everyType(db, keys[0]), manyRows(db, 3), noRows(db, "x"), everyType(db, keys[1]), manyRows(db, 9)]);
    const alone = (await ask(database.db)).map(({ rows }) => rows);
    await ask(reading);
    let together: typeof alone = [];
    const statements = await countStatements(database, async () => {
      together = (await ask(reading)).map(({ rows }) => rows);
    });
    expect(together).toEqual(alone);
    expect(together.map((rows) => rows.length)).toEqual([1, 41, 0, 1, 41]);
    expect(statements).toBe(1);
  });

  test("go alone in another turn", async () => {
    const statements = await countStatements(database, async () => {
      await manyRows(reading, 1);
      await manyRows(reading, 2);
    });
    expect(statements).toBe(2);
  });

  test("one that PostgreSQL refuses fails by itself, and the others are answered", async () => {
    const divide = (by: number) => sql<{ n: number }>`select 7 / ${by}::int as n`.execute(reading);
    await Promise.all([divide(1), manyRows(reading, 1)]);
    const [bad, good] = await Promise.allSettled([divide(0), manyRows(reading, 5)]);
    expect(bad).toMatchObject({ status: "rejected", reason: { code: "22012" } });
    expect(good.status === "fulfilled" && good.value.rows).toHaveLength(41);
  });

  test("a statement that locks or writes is never put inside another", async () => {
    const lock = () => sql`select id from cases where id = ${randomUUID()} for update`.execute(reading);
    await Promise.all([lock(), manyRows(reading, 1)]);
    const statements = await countStatements(database, () => Promise.all([lock(), manyRows(reading, 1)]));
    expect(statements).toBe(2);
  });

  test("a transaction on them is refused", async () => {
    await expect(reading.transaction().execute(() => Promise.resolve())).rejects.toThrow("Loaders read rows");
  });
});
