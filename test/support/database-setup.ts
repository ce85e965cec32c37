import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrateAll } from "../../server/migrate-all.ts";
import { startEmbeddedPostgres } from "../../server/platform/embedded-postgres/start-embedded-postgres.ts";
import { migrateJobs } from "../../server/platform/jobs/migrate-jobs.ts";
import { lastBuiltInYear } from "./calendar-paper.ts";
import { databaseAt, runStatement } from "./run-statement.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Where databases may be made, which one to copy, and the name of the one that `first-desk.ts` makes. */
    testServer: { readonly url: string; readonly template: string; readonly first: string };
  }
}

interface Server {
  readonly url: string;
  readonly template: string;
  readonly first: string;
  stop(): Promise<void>;
}

/** Projects load this file once each, and share one server through the process they run in. */
const shared: { server?: Promise<Server>; users: number } = Object.assign(
  globalThis,
  // An earlier load's object wins over this one.
  { redressTestServer: Reflect.get(globalThis, "redressTestServer") ?? { users: 0 } },
).redressTestServer;

/** One throw-away PostgreSQL a run, or the one at TEST_DATABASE_URL, with one migrated template that test files copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  shared.users++;
  shared.server ??= start();
  const { url, template, first, stop } = await shared.server;
  project.provide("testServer", { url, template, first });
  return async () => {
    shared.users--;
    if (shared.users === 0) await stop();
  };
}

async function start(): Promise<Server> {
  const given = process.env["TEST_DATABASE_URL"];
  const template = `redress_template_${process.pid}`;
  const first = `redress_first_${process.pid}`;
  if (given !== undefined && given !== "") {
    await makeTemplate(given, template);
    return {
      url: given,
      template,
      first,
      async stop() {
        for (const name of [first, template]) await runStatement(given, `drop database if exists ${name} with (force)`);
      },
    };
  }
  const folder = await mkdtemp(path.join(tmpdir(), "redress-test-"));
  const embedded = await startEmbeddedPostgres(folder, { throwaway: true });
  const url = embedded.url("postgres");
  await makeTemplate(url, template);
  return { url, template, first, stop: embedded.stop };
}

async function makeTemplate(url: string, template: string): Promise<void> {
  await runStatement(url, `create database ${template}`);
  await migrateAll(databaseAt(url, template));
  await migrateJobs(databaseAt(url, template));
  await runStatement(databaseAt(url, template), nextYearsAreKnown());
}

/** So that no test waits for a paper of the State Council, in whichever month it is run. */
function nextYearsAreKnown(): string {
  const until = new Date().getUTCFullYear() + 3;
  return `insert into calendar_year select 'CN', generate_series(${lastBuiltInYear + 1}, ${until})`;
}
