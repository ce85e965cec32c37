import { newId } from "../../kernel/ids.ts";
import type { Db } from "../../platform/database/database.ts";
import type { WallClock } from "../../platform/wall-clock.ts";
import type { AuditRunCause } from "../domain/words.ts";
import { type ChainReport, verifyChains } from "../queries/verify-chains.ts";
import { type MoneyFault, verifyMoney } from "../queries/verify-money.ts";

export interface AuditReport {
  readonly chains: ChainReport;
  readonly money: readonly MoneyFault[];
}

/** Verifies every chain and every transaction's money, and keeps what came of it for the auditor's page. */
export async function verifyEverything(db: Db, clock: WallClock, cause: AuditRunCause): Promise<AuditReport> {
  const startedAt = clock.now();
  const chains = await verifyChains(db);
  const money = await verifyMoney(db);
  await db
    .insertInto("audit_run")
    .values({
      id: newId(),
      cause,
      started_at: startedAt,
      ended_at: clock.now(),
      cases: chains.cases,
      events: chains.events,
      checkpoint: chains.broken === null ? chains.checkpoint : null,
      fault: chains.broken?.fault ?? null,
      broken_case: chains.broken?.caseNumber ?? null,
      broken_sequence: chains.broken?.sequence ?? null,
      broken_event_id: chains.broken?.eventId ?? null,
      money_faults: money.length,
      money_reference: money.at(0)?.acquirerReference ?? null,
    })
    .execute();
  return { chains, money };
}
