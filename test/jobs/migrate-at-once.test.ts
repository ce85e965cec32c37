import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { migrateAll } from "../../server/migrate-all.ts";
import { databaseAt, runStatement } from "../support/run-statement.ts";

const name = `test_${randomBytes(6).toString("hex")}`;
const { url: server } = inject("testServer");
const url = databaseAt(server, name);

beforeAll(() => runStatement(server, `create database ${name}`));
afterAll(() => runStatement(server, `drop database if exists ${name} with (force)`));

test("two servers and a worker that start at once on an empty database bring it up to date once", async () => {
  await Promise.all([migrateAll(url), migrateAll(url), migrateAll(url)]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "select to_regclass('cases') is not null as cases, to_regclass('jobs.job') is not null as jobs",
  );
  await client.end();
  expect(rows).toEqual([{ cases: true, jobs: true }]);
});
