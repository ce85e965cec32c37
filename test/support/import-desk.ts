import { writeFile } from "node:fs/promises";
import { pino } from "pino";
import { importers } from "../../server/disputes/importers.ts";
import { migrateAll } from "../../server/migrate-all.ts";
import { type OpenHouse, openHouse } from "../../server/open-house.ts";
import { bufferSource } from "../../server/platform/csv/byte-source.ts";
import { publishDefaultPolicy } from "../../server/policies/actions/publish-default-policy.ts";
import type { ActionContext } from "../../server/request-context.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { beginImport } from "../../server/transactions/actions/begin-import.ts";
import { type ImportProgress, runImport, type Watching } from "../../server/transactions/actions/run-import.ts";
import type { ImportKind } from "../../server/transactions/domain/words.ts";
import { listImportErrors } from "../../server/transactions/queries/import-errors.ts";
import { createTestDatabase } from "./database.ts";
import { TestClock } from "./test-clock.ts";

/** A desk without a door to the outside, to import into. */
export interface ImportDesk {
  readonly house: OpenHouse;
  readonly ctx: ActionContext;
  readonly clock: TestClock;
  readonly databaseUrl: string;
  close(): Promise<void>;
}

export async function openImportDesk(): Promise<ImportDesk> {
  const own = await createTestDatabase();
  await migrateAll(own.url);
  const clock = new TestClock();
  const authSecret = "a secret of more than thirty-two characters";
  const log = pino({ level: "fatal" });
  const house = await openHouse({ databaseUrl: own.url, authSecret, connections: 6, works: false, log, clock });
  await publishDefaultPolicy(house.db, clock.now());
  return {
    house,
    ctx: { ...house, actor: systemActor, locale: "en" },
    clock,
    databaseUrl: own.url,
    async close() {
      await house.close();
      await own.drop();
    },
  };
}

export interface Imported {
  readonly id: string;
  readonly run: ImportProgress;
  /** "line column CODE" of every reason. */
  readonly faults: readonly string[];
}

export async function importText(
  { ctx }: Pick<ImportDesk, "ctx">,
  kind: ImportKind,
  content: string | Buffer,
  watching: Watching = {},
): Promise<Imported> {
  const source = bufferSource(Buffer.from(content));
  const id = await beginImport(ctx.db, ctx, { kind, fileName: "test.csv", state: "RUNNING", bytesTotal: source.bytes });
  const run = await runImport(ctx, id, source, importers[kind], watching);
  return { id, run, faults: await faultsOf({ ctx }, id) };
}

export async function faultsOf({ ctx }: Pick<ImportDesk, "ctx">, id: string): Promise<readonly string[]> {
  const rows = await listImportErrors(ctx.db, id, { first: 1000, afterLine: 0 });
  return rows.flatMap(({ line, problems }) => problems.map(({ column, code }) => `${line} ${column ?? "row"} ${code}`));
}

/** new, changed, same, bad: what became of the rows. */
export function countsOf({ rows_new, rows_changed, rows_same, rows_bad }: ImportProgress): readonly number[] {
  return [rows_new, rows_changed, rows_same, rows_bad];
}

export const settlementHeader =
  "transaction_id,merchant_id,merchant_name,mcc,terminal_id,processed_at,settled_at,amount,currency,network,card_last4,auth_code,entry_mode,response_code";

/** One line of a settlement file; what is given differs from the usual. */
export function saleLine(change: Readonly<Record<string, string>> = {}): string {
  const row: Readonly<Record<string, string>> = {
    transaction_id: "TXN-1",
    merchant_id: "MID-1",
    merchant_name: "QuickStay Hotels",
    mcc: "7011",
    terminal_id: "TID-1",
    processed_at: "2026-04-21T12:27:44.981027+00:00",
    settled_at: "2026-04-23T12:27:44.981027+00:00",
    amount: "1551.99",
    currency: "USD",
    network: "visa",
    card_last4: "4257",
    auth_code: "717889",
    entry_mode: "chip",
    response_code: "00",
    ...change,
  };
  return settlementHeader
    .split(",")
    .map((name) => row[name] ?? "")
    .join(",");
}

export function settlement(...lines: readonly string[]): string {
  return `${[settlementHeader, ...lines].join("\n")}\n`;
}

export const disputeHeader =
  "dispute_ref,transaction_id,cardholder,card_last4,network,reason_code,reason,amount,currency,opened_at,due_at,status";

/** One line of a bank's dispute file; what is given differs from the usual. */
export function disputeLine(change: Readonly<Record<string, string>> = {}): string {
  const row: Readonly<Record<string, string>> = {
    dispute_ref: "VISA-1",
    transaction_id: "TXN-1",
    cardholder: "Steven Clark",
    card_last4: "4257",
    network: "visa",
    reason_code: "13.1",
    reason: "Merchandise/Services Not Received",
    amount: "1551.99",
    currency: "USD",
    opened_at: "2026-05-01T10:00:00+00:00",
    due_at: "2099-05-31T10:00:00+00:00",
    status: "pending_review",
    ...change,
  };
  return disputeHeader
    .split(",")
    .map((name) => row[name] ?? "")
    .join(",");
}

export function bankFile(...lines: readonly string[]): string {
  return `${[disputeHeader, ...lines].join("\n")}\n`;
}

/** Writes a settlement file of that many good rows over 400 merchants, a million bytes at a time. */
export async function writeLargeSettlement(path: string, rows: number, prefix: string): Promise<void> {
  function* lines() {
    yield `${settlementHeader}\n`;
    for (let from = 0; from < rows; from += 5000) {
      const some = Array.from({ length: Math.min(5000, rows - from) }, (_, index) => {
        const number = from + index;
        return saleLine({
          transaction_id: `${prefix}-${number}`,
          merchant_id: `MID-${number % 400}`,
          terminal_id: `TID-${number % 1200}`,
          amount: ((number % 99_999) / 100 + 1).toFixed(2),
        });
      });
      yield `${some.join("\n")}\n`;
    }
  }
  await writeFile(path, lines());
}
