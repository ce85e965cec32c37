import { fork } from "node:child_process";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFile } from "../../server/disputes/actions/import-file.ts";
import { importJobs } from "../../server/disputes/jobs/import-jobs.ts";
import { fromGlobalId } from "../../server/kernel/ids.ts";
import { fileSource } from "../../server/platform/csv/byte-source.ts";
import { receiveUpload } from "../../server/transactions/actions/receive-upload.ts";
import { getImportRun } from "../../server/transactions/queries/find-import-runs.ts";
import { countsOf, type ImportDesk, openImportDesk, writeLargeSettlement } from "../support/import-desk.ts";
import { until } from "../support/until.ts";

let desk: ImportDesk;
let folder = "";
beforeAll(async () => {
  desk = await openImportDesk();
  folder = await mkdtemp(path.join(tmpdir(), "redress-import-"));
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

/** What is still held once everything that can go has gone. */
function heldBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

async function countTransactions(prefix: string): Promise<bigint> {
  const { n } = await desk.house.db
    .selectFrom("transaction")
    .select(({ fn }) => fn.countAll<bigint>().as("n"))
    .where("acquirer_reference", "like", `${prefix}-%`)
    .executeTakeFirstOrThrow();
  return n;
}

describe("a large settlement file", () => {
  test("is read without memory growing with it", async () => {
    const file = path.join(folder, "large.csv");
    await writeLargeSettlement(file, 200_000, "LARGE");
    let early = 0;
    let most = 0;
    let next = 20_000;
    const named = { path: file, source: await fileSource(file) };
    const { run } = await importFile(desk.house, "SETTLEMENT", named, ({ rows_read }) => {
      if (rows_read < next) return;
      next += 30_000;
      const held = heldBytes();
      if (early === 0) early = held;
      most = Math.max(most, held);
    });
    expect(countsOf(run as Parameters<typeof countsOf>[0])).toEqual([200_000, 0, 0, 0]);
    expect(await countTransactions("LARGE")).toBe(200_000n);
    // Ten times the rows, and the same few batches in hand.
    expect(most - early).toBeLessThan(16 * 1024 ** 2);
  }, 300_000);

  test("whose worker is killed in the middle is finished by the next one: nothing lost, nothing doubled", async () => {
    const file = path.join(folder, "killed.csv");
    await writeLargeSettlement(file, 40_000, "KILLED");
    const received = await receiveUpload(desk.ctx, {
      kind: "SETTLEMENT",
      columns: {},
      fileName: "killed.csv",
      content: createReadStream(file),
      mostBytes: 100_000_000,
    });
    if (!received.ok) throw new Error(received.error.code);
    const importId = fromGlobalId(received.value.id)?.id ?? "";
    const read = () => getImportRun(desk.house.db, importId);

    const program = fileURLToPath(new URL("../support/import-worker.ts", import.meta.url));
    const worker = fork(program, [desk.databaseUrl, importId], { execArgv: [] });
    await until("the first rows", read, ({ rows_read }) => rows_read > 0, 60_000);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    const half = await read();
    expect(half.state).toBe("RUNNING");
    expect(half.rows_read).toBeLessThan(40_000);
    expect(await countTransactions("KILLED")).toBe(BigInt(half.rows_new));

    await importJobs["run-import"]?.(desk.house, { importId }, new AbortController().signal);
    const end = await read();
    expect(end).toMatchObject({ state: "DONE", rows_read: 40_000 });
    expect(countsOf(end)).toEqual([40_000, 0, 0, 0]);
    expect(await countTransactions("KILLED")).toBe(40_000n);
  });
});
