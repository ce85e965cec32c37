import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, sql } from "kysely";
import { expect, test } from "vitest";
import { builtOnce, type Given } from "../../server/platform/database/built-once.ts";
import type { Db } from "../../server/platform/database/database.ts";

test("a statement is built once, and each call's values stand in their places, also where one stands twice", async () => {
  const asked: [string, readonly unknown[]][] = [];
  const db: Db = new Kysely({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void asked.push([query.sql, query.parameters]),
  });
  let built = 0;
  const find = builtOnce((of, ids: Given<readonly string[]>, role: Given<string>) => {
    built += 1;
    return of
      .selectFrom("staff")
      .select("id")
      .where("active", "=", true)
      .where(sql<boolean>`role = ${role} and id = any(${ids}) and login_id is distinct from ${role}`);
  });
  expect(await find(db, ["a", "b"], "TRAINER")).toEqual([]);
  await find(db, ["c"], "ADMINISTRATOR");

  const text =
    'select "id" from "staff" where "active" = $1 and role = $2 and id = any($3) and login_id is distinct from $4';
  expect(asked).toEqual([
    [text, [true, "TRAINER", ["a", "b"], "TRAINER"]],
    [text, [true, "ADMINISTRATOR", ["c"], "ADMINISTRATOR"]],
  ]);
  expect(built).toBe(1);
});
