import { once } from "node:events";
import { createWriteStream } from "node:fs";
import path from "node:path";
import type { EmbeddedPostgres } from "../../server/platform/embedded-postgres/start-embedded-postgres.ts";
import { connect, deskEnvironment, freePort } from "./bench-desk.ts";
import { startChild } from "./child.ts";
import { clusterOf, cpuOf, cpuOfCluster, median } from "./cpu.ts";

const ROWS = 100_000;
const ROUNDS = 3;

/** A settlement import against plain COPY of the same rows into a table with the same columns, keys and indexes. */
export async function measureImport(postgres: EmbeddedPostgres, folder: string): Promise<[string, number][]> {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const name = `desk_import_${round}`;
    const admin = await connect(postgres.url("postgres"));
    await admin.query(`create database ${name}`);
    await admin.end();
    const url = postgres.url(name);
    await (await startChild("run-desk.ts", [], deskEnvironment(url, await freePort()))).stop();
    const file = path.join(folder, `settlement-${round}.csv`);
    await writeSettlement(file, round);
    ratios.push((await importCpu(url, file)) / (await copyCpu(url, path.join(folder, `rows-${round}`))));
  }
  return [["import_ratio", median(ratios)]];
}

/** The command that people run, in a process of its own, with all that the database did for it. */
async function importCpu(url: string, file: string): Promise<number> {
  const watcher = await connect(url);
  const cluster = await clusterOf(watcher);
  const before = cpuOfCluster(cluster);
  const importer = await startChild("run-import.ts", [file], deskEnvironment(url, 0));
  const ownSeconds = Number(importer.told["cpuSeconds"]);
  await importer.stop();
  const used = ownSeconds + cpuOfCluster(cluster) - before;
  await watcher.end();
  return used;
}

async function copyCpu(url: string, file: string): Promise<number> {
  const client = await connect(url);
  await client.query("create table copied (like transaction including all)");
  await client.query(`copy transaction to '${file}'`);
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const backend = rows.map(({ pid }) => pid);
  const before = cpuOf(backend);
  await client.query(`copy copied from '${file}'`);
  const used = cpuOf(backend) - before;
  await client.end();
  return used;
}

async function writeSettlement(file: string, seed: number): Promise<void> {
  const out = createWriteStream(file);
  out.write(
    "transaction_id,merchant_id,merchant_name,mcc,terminal_id,processed_at,settled_at,amount,currency,network,card_last4,auth_code,entry_mode,response_code\n",
  );
  for (let row = 0; row < ROWS; row++) {
    const merchant = row % 2000;
    const line = `TXN-${seed}-${row},MID-${merchant},Shop ${merchant},5411,TID-${merchant},2026-04-21T12:27:44.981027+00:00,2026-04-23T12:27:44.981027+00:00,${100 + (row % 9000)}.${10 + (row % 90)},CNY,unionpay,${String(row % 10_000).padStart(4, "0")},${100_000 + (row % 900_000)},chip,00\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
}
