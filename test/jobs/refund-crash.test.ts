import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Simulator, startSimulator } from "../../server/providers/simulator/start-simulator.ts";
import { sweepRefunds } from "../../server/refunds/jobs/sweep-refunds.ts";
import type { Actor } from "../../server/staff/domain/actor.ts";
import { effectsOver, movedOver, script } from "../support/acquirer.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import {
  caseOf,
  givenRefund,
  givenSale,
  givenStaff,
  moneyOf,
  openRefundDesk,
  type RefundDesk,
  refundOf,
} from "../support/refund-desk.ts";
import { kill, startWorker, stopWorker } from "../support/start-worker.ts";
import { until } from "../support/until.ts";

let database: TestDatabase;
let simulator: Simulator;
let desk: RefundDesk;
let agent: Actor;

beforeAll(async () => {
  [database, simulator] = await Promise.all([createTestDatabase(), startSimulator({ settleAfterMs: 100 })]);
  const spared = new URL(database.url);
  spared.searchParams.set("application_name", "spared");
  desk = await openRefundDesk({ databaseUrl: spared.href, acquirer: null });
  agent = await givenStaff(desk.house, "SUPPORT_AGENT");
});

afterAll(async () => {
  await desk.close();
  await simulator.stop();
  await database.drop();
});

test("a worker is killed while it sends: another goes on within 30 s, and the money goes back once, whether the acquirer had acted or not", async () => {
  const doomed = await startWorker({ databaseUrl: database.url, acquirerUrl: simulator.url });
  const sendings = await Promise.all(
    (["TIMEOUT_AFTER", "TIMEOUT_BEFORE"] as const).map(async (behave) => {
      const sale = await givenSale(desk.house, 10_000n);
      await script(simulator.url, [{ behave, original: sale.reference }]);
      const caseId = await givenRefund(desk.house, agent, sale, 3_000n);
      const stateOf = async () => (await refundOf(desk.house, caseId)).state;
      await until("the sending", stateOf, (state) => state === "SUBMITTED", 10_000);
      return { sale, caseId, stateOf };
    }),
  );
  await wait(300);
  await kill(doomed);
  const killedAt = Date.now();
  const heir = await startWorker({ databaseUrl: database.url, acquirerUrl: simulator.url });
  for (const { stateOf } of sendings)
    await until("a sign of the heir", stateOf, (state) => state !== "SUBMITTED", 30_000);
  expect(Date.now() - killedAt).toBeLessThan(30_000);
  for (const { stateOf } of sendings) await until("the settlement", stateOf, (state) => state === "SETTLED", 30_000);
  await stopWorker(heir);

  for (const { sale, caseId } of sendings) {
    expect(await effectsOver(simulator.url, sale.reference)).toMatchObject([{ amount: "3000", status: "SETTLED" }]);
    expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 3_000n, inFlight: 0n, chargedBack: 0n });
    expect(await caseOf(desk.house, caseId)).toMatchObject({ state: "CLOSED" });
    const { id } = await refundOf(desk.house, caseId);
    const attempts = desk.db.selectFrom("refund_attempt").select(["operation", "answer"]).where("refund_id", "=", id);
    // Nobody was left to write down what became of the first sending, so it stays as it was written before.
    expect(await attempts.execute()).toContainEqual({ operation: "SUBMIT", answer: "SENT" });
  }
});

test("a refund whose job is gone is found by the sweep, and goes back once", async () => {
  const sale = await givenSale(desk.house, 10_000n);
  const caseId = await givenRefund(desk.house, agent, sale, 3_000n);
  const { id } = await refundOf(desk.house, caseId);
  await desk.house.database.pool.query("delete from jobs.job where data ->> 'refundId' = $1", [id]);
  expect(await sweepRefunds(desk.house)).toBe(0);
  await desk.db
    .updateTable("refund")
    .set({ next_step_at: new Date(Date.now() - 31_000) })
    .where("id", "=", id)
    .execute();
  // Many sweeps at once find it once.
  const found = await Promise.all(Array.from({ length: 5 }, () => sweepRefunds(desk.house)));
  expect(found.reduce((sum, count) => sum + count, 0)).toBe(1);
  const worker = await startWorker({ databaseUrl: database.url, acquirerUrl: simulator.url });
  await until(
    "the settlement",
    () => refundOf(desk.house, caseId),
    ({ state }) => state === "SETTLED",
    30_000,
  );
  await stopWorker(worker);
  expect(await movedOver(simulator.url, sale.reference)).toHaveLength(1);
});

test("two workers share many refunds while their connections are cut again and again, and each goes back once", async () => {
  const sale = await givenSale(desk.house, 100_000n);
  const cases = await Promise.all(Array.from({ length: 30 }, () => givenRefund(desk.house, agent, sale, 1_000n)));
  const workers = await Promise.all(
    [1, 2].map(() => startWorker({ databaseUrl: database.url, acquirerUrl: simulator.url })),
  );
  for (let cut = 0; cut < 5; cut++) {
    await desk.house.database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name <> 'spared'",
    );
    await wait(300);
  }
  for (const caseId of cases) {
    await until(
      "the settlement",
      () => refundOf(desk.house, caseId),
      ({ state }) => state === "SETTLED",
      60_000,
    );
  }
  await Promise.all(workers.map(stopWorker));
  expect(await movedOver(simulator.url, sale.reference)).toHaveLength(30);
  expect(await moneyOf(desk.house, sale)).toEqual({ refunded: 30_000n, inFlight: 0n, chargedBack: 0n });
});
