import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { WallClock } from "../../platform/wall-clock.ts";
import type { AuditRunCause } from "../domain/words.ts";
import { type ChainsReport, verifyChains } from "../queries/verify-chains.ts";
import { type MoneyFault, verifyMoney } from "../queries/verify-money.ts";

export interface AuditReport extends ChainsReport {
  readonly money: readonly MoneyFault[];
}

/** Verifies everything that is proved by hashes and every transaction's money, and keeps what came of it for the auditor's page. */
export async function verifyEverything(db: Db, clock: WallClock, cause: AuditRunCause): Promise<AuditReport> {
  const startedAt = clock.now();
  const found = await verifyChains(db);
  const money = await verifyMoney(db);
  await db.transaction().execute(async (trx) => {
    const id = newId();
    await trx
      .insertInto("audit_run")
      .values({
        ...{ id, cause, started_at: startedAt, ended_at: clock.now(), checkpoint: found.checkpoint },
        money_faults: money.length,
        money_reference: money.at(0)?.acquirerReference ?? null,
      })
      .execute();
    await trx
      .insertInto("audit_run_chain")
      .values(
        found.chains.map(({ chain, things, links, broken }) => ({
          ...{ run_id: id, chain, things, links },
          fault: broken?.fault ?? null,
          broken_id: broken?.id ?? null,
          broken_name: broken?.name ?? null,
          broken_sequence: broken?.sequence ?? null,
          broken_row_id: broken?.rowId ?? null,
        })),
      )
      .execute();
  });
  return { ...found, money };
}
