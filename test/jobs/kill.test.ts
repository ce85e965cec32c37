import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyChains } from "../../server/audit/queries/verify-chains.ts";
import { verifyMoney } from "../../server/audit/queries/verify-money.ts";
import { buildIfStale } from "../../server/bin/build-if-stale.ts";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { migrateAll } from "../../server/migrate-all.ts";
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from "../../server/platform/embedded-postgres/start-embedded-postgres.ts";
import { migrateJobs } from "../../server/platform/jobs/migrate-jobs.ts";
import { type Simulator, startSimulator } from "../../server/providers/simulator/start-simulator.ts";
import { type Effect, script } from "../support/acquirer.ts";
import { type DeskProcess, startDeskProcess } from "../support/desk-process.ts";
import { givenApiKey } from "../support/given-api-key.ts";
import { type Intention, PersistentClient } from "../support/persistent-client.ts";
import {
  type GivenSale,
  givenCheckedCase,
  givenSale,
  givenStaff,
  openRefundDesk,
  type RefundDesk,
} from "../support/refund-desk.ts";
import { runStatement } from "../support/run-statement.ts";
import { until } from "../support/until.ts";

const SEED = Number(process.env["SEED"] ?? Math.floor(Math.random() * 1e9));
const [SALES, CASES_PER_SALE, CLIENTS] = [8, 10, 8];
/** Eight of ten refunds over one sale have money behind them. */
const [CAPTURED, AMOUNT, PAID_PER_SALE] = [8_500n, 1_000n, 8];
const ANSWERED_WITHIN_MS = 40_000;

let folder: string;
let postgres: EmbeddedPostgres;
let simulator: Simulator;
let desk: RefundDesk;
let servers: readonly DeskProcess[];
let worker: DeskProcess;
let clients: readonly PersistentClient[];
let sales: readonly GivenSale[];
let cases: readonly string[];

beforeAll(async () => {
  process.stdout.write(`SEED=${SEED}\n`);
  folder = await mkdtemp(path.join(tmpdir(), "redress-kill-"));
  // Not a throw-away one: it waits for the disk, as the desk's own does.
  [postgres] = await Promise.all([startEmbeddedPostgres(folder), buildIfStale()]);
  await runStatement(postgres.url("postgres"), "create database desk");
  const databaseUrl = postgres.url("desk");
  await migrateAll(databaseUrl);
  await migrateJobs(databaseUrl);
  simulator = await startSimulator({ settleAfterMs: 200, bookFile: path.join(folder, "book.jsonl") });
  await script(simulator.url, [
    { on: "SUBMIT", behave: "RESET_AFTER", times: 5 },
    { on: "SUBMIT", behave: "RESET_BEFORE", times: 5 },
  ]);
  desk = await openRefundDesk({ databaseUrl, acquirer: null });
  sales = await Promise.all(Array.from({ length: SALES }, () => givenSale(desk.house, CAPTURED)));
  cases = await Promise.all(
    sales.flatMap((sale) => Array.from({ length: CASES_PER_SALE }, () => givenCheckedCase(desk.house, sale, AMOUNT))),
  );
  const settings = { databaseUrl, acquirerUrl: simulator.url };
  const started = await Promise.all(
    (["server", "server", "worker"] as const).map((role) => startDeskProcess({ role, ...settings })),
  );
  servers = started.slice(0, 2);
  const last = started.at(-1);
  if (last === undefined) throw new Error("no worker");
  worker = last;
  const addresses = servers.map(({ address }) => address);
  clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const { id } = await givenStaff(desk.house, "SUPPORT_AGENT");
      const key = await givenApiKey(desk.db, id ?? "", desk.house.clock.now());
      return new PersistentClient(addresses, key);
    }),
  );
});

afterAll(async () => {
  await Promise.all([...servers, worker].map((one) => one.stop()));
  await desk.close();
  await simulator.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The same numbers for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** PostgreSQL dies in the middle of whatever it does, and is started as a desk would start it. */
async function crashDatabase(): Promise<void> {
  const [pid = ""] = (await readFile(path.join(folder, "cluster", "postmaster.pid"), "utf8")).split("\n");
  process.kill(Number(pid), "SIGKILL");
  postgres = await startEmbeddedPostgres(folder);
}

interface Acknowledged {
  readonly client: PersistentClient;
  readonly intention: Intention;
  readonly caseId: string;
  readonly eventId: string;
}

/** What has been asked for and answered so far; the crashes happen at their turns in it. */
const acknowledged: Acknowledged[] = [];
let [answered, lost, tooLate, refused] = [0, 0, 0, 0];

/** Asks for one action until it is done or refused; where somebody was faster, decides again on the newer version. */
async function insist(client: PersistentClient, caseId: string, wanted: Omit<Intention, "input">, more: object) {
  for (let version = 1; ; ) {
    const input = { caseId: toGlobalId("Case", caseId), expectedVersion: version, idempotencyKey: newId(), ...more };
    const intention = { ...wanted, input };
    const asked = await client.ask(intention, ANSWERED_WITHIN_MS);
    lost += asked.lost;
    const { answer } = asked;
    if (answer.__typename === "StaleCase" && answer.case !== undefined) {
      tooLate++;
      version = answer.case.version;
      continue;
    }
    answered++;
    if (answer.__typename === "CaseActionDone" && answer.event !== undefined) {
      const eventId = fromGlobalId(answer.event.id)?.id ?? "";
      acknowledged.push({ client, intention, caseId, eventId });
      return;
    }
    expect(answer).toMatchObject({ __typename: "ActionRefused", reasons: [{ code: "ABOVE_REFUNDABLE" }] });
    refused++;
    return;
  }
}

async function work(client: PersistentClient, caseId: string): Promise<void> {
  const reason = "seen at the counter";
  await insist(client, caseId, { mutation: "addNote", inputType: "AddNoteInput" }, { message: "先看小票" });
  const amount = { minor: String(AMOUNT), currency: "CNY" };
  await insist(client, caseId, { mutation: "approveRefund", inputType: "ApproveRefundInput" }, { amount, reason });
  const toCustomer = { thread: "CUSTOMER", message: "Your money is on its way." };
  await insist(client, caseId, { mutation: "sendMessage", inputType: "SendMessageInput" }, toCustomer);
}

async function workAll(random: () => number): Promise<void> {
  // Cases over one sale are met by all clients at about the same time.
  const waiting = [...cases].sort(() => random() - 0.5);
  await Promise.all(
    clients.map(async (client) => {
      for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) await work(client, next);
    }),
  );
}

async function crashAll(random: () => number): Promise<number> {
  const [first, second] = servers;
  if (first === undefined || second === undefined) throw new Error("two servers were started");
  const crashes: readonly (() => Promise<unknown>)[] = [
    () => Promise.all([first.crash(), worker.crash()]),
    crashDatabase,
    () => Promise.all([first.crash(), second.crash()]),
    () => second.crash(),
    () => worker.crash(),
  ];
  const all = cases.length * 3;
  for (const [index, crash] of crashes.entries()) {
    const turn = Math.floor((all * (index + random() * 0.8)) / (crashes.length + 1)) + 1;
    while (answered < turn) await wait(5);
    await wait(random() * 20);
    await crash();
  }
  return Date.now();
}

async function refundStates(): Promise<readonly string[]> {
  return (await desk.db.selectFrom("refund").select("state").execute()).map(({ state }) => state);
}

const ordered = (texts: readonly string[]) => [...texts].sort();

test("servers, worker and database are killed again and again while 240 actions and refunds run: nothing is lost, and nothing is done twice", async () => {
  const random = randomOf(SEED);
  const [, upAt] = await Promise.all([workAll(random), crashAll(random)]);
  expect(answered).toBe(cases.length * 3);
  // Without a lost answer the crashes would have met nobody.
  expect(lost).toBeGreaterThan(0);
  const underWay = (states: readonly string[]) =>
    states.filter((state) => state !== "SETTLED" && state !== "FAILED").length;
  await until("the end of all refunds", refundStates, (states) => underWay(states) === 0, 30_000 - (Date.now() - upAt));
  const goneOnMs = Date.now() - upAt;
  expect(new Set(await refundStates())).toEqual(new Set(["SETTLED"]));
  process.stdout.write(
    `SEED=${SEED}: ${acknowledged.length} done, ${refused} refused, ${lost} answers lost, ${tooLate} too late; ` +
      `all refunds settled ${goneOnMs} ms after the last restart\n`,
  );
}, 240_000);

test("what was acknowledged is stored, and nothing else is", async () => {
  const events = await desk.db
    .selectFrom("case_event")
    .select(["id", "case_id", "kind"])
    .where("actor_role", "=", "SUPPORT_AGENT")
    .execute();
  const stored = events.map(({ id, case_id }) => `${case_id} ${id}`);
  expect(ordered(stored)).toEqual(ordered(acknowledged.map(({ caseId, eventId }) => `${caseId} ${eventId}`)));
  expect(acknowledged).toHaveLength(cases.length * 3 - refused);
});

test("asked again under its key, each gives the event that it gave before", async () => {
  for (const { client, intention, eventId } of acknowledged) {
    const { answer } = await client.ask(intention, 10_000);
    expect(answer).toMatchObject({ __typename: "CaseActionDone", event: { id: toGlobalId("CaseEvent", eventId) } });
  }
});

test("every chain verifies, and the money of every sale adds up", async () => {
  expect((await verifyChains(desk.db)).broken).toBeNull();
  expect(await verifyMoney(desk.db)).toEqual([]);
  const money = await desk.db.selectFrom("transaction").select(["refunded_minor", "in_flight_minor"]).execute();
  expect(money).toHaveLength(sales.length);
  for (const sale of money)
    expect(sale).toEqual({ refunded_minor: AMOUNT * BigInt(PAID_PER_SALE), in_flight_minor: 0n });
});

test("the acquirer has moved exactly what the desk says is settled", async () => {
  const told: { readonly effects: readonly Effect[] } = JSON.parse(
    await (await fetch(`${simulator.url}/effects`)).text(),
  );
  const settled = await desk.db
    .selectFrom("refund")
    .innerJoin("transaction", "transaction.id", "refund.transaction_id")
    .select(["instruction_key", "amount_minor", "acquirer_reference"])
    .where("state", "=", "SETTLED")
    .execute();
  const effects = told.effects.map(({ key, amount, original, status }) => `${key} ${original} ${amount} ${status}`);
  const refunds = settled.map((row) => `${row.instruction_key} ${row.acquirer_reference} ${row.amount_minor} SETTLED`);
  expect(ordered(effects)).toEqual(ordered(refunds));
  expect(settled).toHaveLength(SALES * PAID_PER_SALE);
});

test("servers and worker are ready by themselves after the database came back", async () => {
  for (const { address } of [...servers, worker]) {
    expect((await fetch(`${address}/readyz`)).status).toBe(200);
  }
});
