import { pino } from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Database, openDatabase } from "../../server/platform/database/database.ts";
import { migrateJobs } from "../../server/platform/jobs/migrate-jobs.ts";
import { type OpenJobs, openJobs } from "../../server/platform/jobs/open-jobs.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { until } from "../support/until.ts";

let database: TestDatabase;
let house: Database;
let opened: OpenJobs[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  house = await openDatabase(database.url);
});

afterEach(async () => {
  await Promise.all(opened.map((jobs) => jobs.stop()));
  opened = [];
  await house.pool.query("delete from jobs.job");
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

async function openQueue(works: boolean): Promise<OpenJobs> {
  const jobs = await openJobs(database.url, { log: pino({ level: "silent" }), works, stopWithinMs: 2_000 });
  opened.push(jobs);
  return jobs;
}

async function waiting(): Promise<number> {
  const { rows } = await house.pool.query("select count(*)::int as count from jobs.job where state < 'active'");
  return rows[0].count;
}

/** Collects what the workers are told. */
function listening() {
  const heard: string[] = [];
  const hear = async (_house: unknown, data: { readonly refundId: string }) => {
    heard.push(data.refundId);
  };
  return { heard, hear };
}

describe("work that is asked for", () => {
  test("appears when its transaction commits, and never when that is rolled back", async () => {
    const jobs = await openQueue(false);
    await house.db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, "submit-refund", { refundId: "a" });
      expect(await waiting()).toBe(0);
    });
    expect(await waiting()).toBe(1);
    const failing = house.db.transaction().execute(async (trx) => {
      await jobs.enqueue(trx, "submit-refund", { refundId: "b" });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await waiting()).toBe(1);
  });

  test("outside a transaction is a mistake", async () => {
    const jobs = await openQueue(false);
    await expect(jobs.enqueue(house.db, "submit-refund", { refundId: "a" })).rejects.toThrow("outside the transaction");
  });

  test("waits once for each key; without a key each waits", async () => {
    const jobs = await openQueue(false);
    await house.db.transaction().execute(async (trx) => {
      for (let times = 0; times < 3; times++) await jobs.enqueue(trx, "submit-refund", { refundId: "a" }, { key: "a" });
      for (let times = 0; times < 3; times++) await jobs.enqueue(trx, "submit-refund", { refundId: "b" });
    });
    expect(await waiting()).toBe(4);
  });

  test("can wait again for a key while the same key is being worked on", async () => {
    const jobs = await openQueue(true);
    let again = 0;
    await jobs.startWorkers(null, {
      "submit-refund": async (_house, { refundId }) => {
        again++;
        if (again < 3)
          await house.db
            .transaction()
            .execute((trx) => jobs.enqueue(trx, "submit-refund", { refundId }, { key: refundId }));
      },
    });
    await house.db.transaction().execute((trx) => jobs.enqueue(trx, "submit-refund", { refundId: "a" }, { key: "a" }));
    await until(
      "the third run",
      async () => again,
      (count) => count === 3,
      10_000,
    );
  });

  test("is taken up at once, by another process than the one that asked, and a backlog drains", async () => {
    const [asking, working] = await Promise.all([openQueue(false), openQueue(true)]);
    const { heard, hear } = listening();
    await working.startWorkers(null, { "submit-refund": hear });
    const from = Date.now();
    await house.db.transaction().execute((trx) => asking.enqueue(trx, "submit-refund", { refundId: "first" }));
    await until(
      "the first",
      async () => heard.length,
      (count) => count === 1,
      5_000,
    );
    expect(Date.now() - from).toBeLessThan(1_000);
    await house.db.transaction().execute(async (trx) => {
      for (let job = 0; job < 60; job++) await asking.enqueue(trx, "submit-refund", { refundId: String(job) });
    });
    await until(
      "the backlog",
      async () => heard.length,
      (count) => count === 61,
      10_000,
    );
    expect(new Set(heard).size).toBe(61);
  });

  test("is not done before its time", async () => {
    const jobs = await openQueue(true);
    const { heard, hear } = listening();
    await jobs.startWorkers(null, { "ask-about-refund": hear });
    const startAfter = new Date(Date.now() + 1_500);
    await house.db
      .transaction()
      .execute((trx) => jobs.enqueue(trx, "ask-about-refund", { refundId: "later" }, { startAfter }));
    await until(
      "the job",
      async () => heard.length,
      (count) => count === 1,
      10_000,
    );
    expect(Date.now()).toBeGreaterThanOrEqual(startAfter.getTime());
  });

  test("that fails is tried again", async () => {
    const jobs = await openQueue(true);
    let tries = 0;
    await jobs.startWorkers(null, {
      "submit-refund": async () => {
        tries++;
        if (tries === 1) throw new Error("not today");
      },
    });
    await house.db.transaction().execute((trx) => jobs.enqueue(trx, "submit-refund", { refundId: "a" }));
    await until(
      "the second try",
      async () => tries,
      (count) => count === 2,
      15_000,
    );
  });
});

describe("the queue itself", () => {
  test("is brought up to date again without a change", async () => {
    await migrateJobs(database.url);
    await expect(migrateJobs(database.url)).resolves.toBeUndefined();
  });

  test("work that comes round is done by one of several processes in each span", async () => {
    const [first, second] = await Promise.all([openQueue(true), openQueue(true)]);
    let rounds = 0;
    const handlers = {
      "sweep-refunds": async () => {
        rounds++;
      },
    };
    await Promise.all([first.startWorkers(null, handlers), second.startWorkers(null, handlers)]);
    await until(
      "a round",
      async () => rounds,
      (count) => count > 0,
      5_000,
    );
    const { rows } = await house.pool.query("select count(*)::int as count from jobs.job where name = 'sweep-refunds'");
    expect(rows[0].count).toBeLessThanOrEqual(2);
  });

  test("lives through the loss of all its connections", async () => {
    const jobs = await openQueue(true);
    const { heard, hear } = listening();
    await jobs.startWorkers(null, { "submit-refund": hear });
    for (let cut = 0; cut < 5; cut++) {
      await house.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      const enqueue = () =>
        house.db.transaction().execute((trx) => jobs.enqueue(trx, "submit-refund", { refundId: `cut ${cut}` }));
      // The pool may hand out a connection that was just cut; whoever asks, asks again.
      await enqueue().catch(enqueue).catch(enqueue);
    }
    await until(
      "all of it",
      async () => new Set(heard).size,
      (count) => count === 5,
      20_000,
    );
  });

  test("ends within its time, and what did not end is run again", async () => {
    const jobs = await openQueue(true);
    const { promise: began, resolve: begin } = Promise.withResolvers<void>();
    await jobs.startWorkers(null, {
      "submit-refund": (_house, _data, signal) => {
        begin();
        return new Promise((_end, give) => signal.addEventListener("abort", () => give(new Error("given up"))));
      },
    });
    await house.db.transaction().execute((trx) => jobs.enqueue(trx, "submit-refund", { refundId: "a" }));
    await began;
    const from = Date.now();
    await jobs.stop();
    expect(Date.now() - from).toBeLessThan(5_000);
    expect(await waiting()).toBe(1);
  });
});
