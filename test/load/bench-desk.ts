import "reflect-metadata";
import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import pg from "pg";
import { foldCaseCounts } from "../../server/cases/actions/fold-case-counts.ts";
import { openDatabase } from "../../server/platform/database/database.ts";
import type { EmbeddedPostgres } from "../../server/platform/embedded-postgres/start-embedded-postgres.ts";
import { hashApiKey, newApiKey } from "../../server/staff/api-key.ts";
import { permissions } from "../../server/staff/domain/permissions.ts";
import { startChild } from "./child.ts";
import { backendsOf, cpuOf } from "./cpu.ts";
import { fillDesk } from "./data.ts";

/** A filled database with one server over it, and a machine's key to ask with. */
export interface BenchDesk {
  readonly url: string;
  readonly port: number;
  readonly client: pg.Client;
  readonly headers: Readonly<Record<string, string>>;
  /** CPU seconds that the server and its database have used so far. */
  cpu(): Promise<number>;
  stop(): Promise<void>;
}

const secret = randomBytes(32).toString("hex");

/** Makes a database of this size, once; later desks may open on it again. */
export async function makeDatabase(postgres: EmbeddedPostgres, name: string, cases: number): Promise<string> {
  const admin = await connect(postgres.url("postgres"));
  await admin.query(`create database ${name}`);
  await admin.end();
  const url = postgres.url(name);
  // A first start brings the tables.
  await (await startChild("run-desk.ts", [], deskEnvironment(url, await freePort()))).stop();
  const client = await connect(url);
  await fillDesk(client, cases);
  await foldCounts(url);
  await client.end();
  return url;
}

export async function openDesk(url: string): Promise<BenchDesk> {
  const port = await freePort();
  const client = await connect(url);
  const key = newApiKey();
  await client.query(
    `insert into api_key (id, staff_id, name, key_hash, created_at, expires_at, key_days, "key", scopes)
       select gen_random_uuid(), id, 'bench', $1, now(), now() + interval '1 day', 1, gen_random_uuid(), $2 from staff order by id limit 1`,
    [hashApiKey(key), [...permissions]],
  );
  const child = await startChild("run-desk.ts", [], deskEnvironment(url, port));
  return {
    url,
    port,
    client,
    headers: { "content-type": "application/json", authorization: `Bearer ${key}` },
    cpu: async () => cpuOf([child.pid, ...(await backendsOf(client))]),
    async stop() {
      await child.stop();
      await client.end();
    },
  };
}

export function deskEnvironment(url: string, port: number): Record<string, string> {
  return {
    NODE_ENV: "production",
    REDRESS_ROLE: "server",
    DATABASE_URL: url,
    AUTH_SECRET: secret,
    ACQUIRER_URL: "http://127.0.0.1:9",
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: "error",
  };
}

export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port to be had");
  return address.port;
}

/** As the worker's job does every half minute; a desk under load is a server alone. */
async function foldCounts(url: string): Promise<void> {
  const database = await openDatabase(url, { connections: 1 });
  await foldCaseCounts(database.db);
  await database.close();
}
