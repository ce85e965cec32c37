import { pino } from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runExport } from "../../server/exports/actions/run-export.ts";
import { startExport } from "../../server/exports/actions/start-export.ts";
import { exportLimits } from "../../server/exports/domain/words.ts";
import { exportJobs } from "../../server/exports/jobs/export-jobs.ts";
import { getExport, readPieces } from "../../server/exports/queries/find-exports.ts";
import { newId } from "../../server/kernel/ids.ts";
import { openHouse } from "../../server/open-house.ts";
import { staffActor } from "../../server/staff/domain/actor.ts";
import { builtInBook } from "../../server/staff/domain/role-book.ts";
import { linesOf } from "../support/export-desk.ts";
import { type ImportDesk, importText, openImportDesk, saleLine, settlement } from "../support/import-desk.ts";
import { until } from "../support/until.ts";

let desk: ImportDesk;
beforeAll(async () => {
  desk = await openImportDesk();
});
afterAll(() => desk.close());

const sales = 2_000;

async function givenAgent() {
  const person = { id: newId(), name: "Agent", role: "SUPPORT_AGENT" } as const;
  await desk.house.db
    .insertInto("staff")
    .values({ ...person, email: `${person.id}@redress.test`, active: true, created_at: desk.clock.now() })
    .execute();
  return staffActor({ ...person, roles: builtInBook, merchantId: null, institutionId: null });
}

test("an export whose worker is killed in the middle is finished by the next one: one whole file, each row once", async () => {
  const { db } = desk.house;
  const lines = Array.from({ length: sales }, (_, at) => saleLine({ transaction_id: `K-${at}` }));
  await importText(desk, "SETTLEMENT", settlement(...lines));
  const ctx = { ...desk.ctx, actor: await givenAgent() };
  const question = { kind: "TRANSACTIONS", filter: {} } as const;
  const started = await startExport(ctx, { question, asked: {}, key: newId() });
  if (!started.ok) throw new Error(started.error);
  const { id } = started.value;

  // To the database a killed worker is a connection that ends in the middle of what it was doing.
  const authSecret = "a secret of more than thirty-two characters";
  const log = pino({ level: "silent" });
  const worker = await openHouse({ databaseUrl: desk.databaseUrl, authSecret, connections: 2, works: false, log });
  // Row by row, so that the end is far when the first rows are seen.
  const small = { ...exportLimits, batchRows: 1 };
  const ended = runExport(worker, id, new AbortController().signal, small).then(
    () => "whole",
    () => "killed",
  );
  await until(
    "the first rows",
    () => getExport(db, id),
    ({ rows_written }) => rows_written > 0,
    60_000,
  );
  // A connection that ends between two of its statements is replaced unnoticed; the next one may be met in the middle of one.
  let end: string | null = null;
  void ended.then((how) => {
    end = how;
  });
  await until(
    "the end of the worker",
    async () => {
      await desk.house.database.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      return end;
    },
    (how) => how !== null,
    60_000,
  );
  expect(end).toBe("killed");
  await worker.close();
  const half = await getExport(db, id);
  expect(half).toMatchObject({ state: "RUNNING", expires_at: null });
  expect(half.rows_written).toBeLessThan(sales);

  await exportJobs["run-export"](desk.house, { exportId: id }, new AbortController().signal);
  const whole = await getExport(db, id);
  expect(whole).toMatchObject({ state: "DONE", rows_written: sales });
  const pieces: Uint8Array[] = [];
  for await (const { content } of readPieces(db, whole)) pieces.push(content);
  const file = Buffer.concat(pieces);
  expect(BigInt(file.byteLength)).toBe(whole.bytes);
  const references = linesOf(file.toString()).map((line) => line["Acquirer's reference"]);
  expect(new Set(references)).toEqual(new Set(lines.map((_, at) => `K-${at}`)));
  expect(references).toHaveLength(sales);
}, 120_000);
