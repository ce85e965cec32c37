import { sql } from "kysely";
import { isDay } from "../../kernel/day.ts";
import { money } from "../../kernel/money.ts";
import type { Db } from "../../platform/database/database.ts";
import type { TrackedRefund } from "../domain/tracked-facts.ts";

/** Every instruction of a case to give money back, newest first. */
export async function listTrackedRefunds(db: Db, caseId: string): Promise<readonly TrackedRefund[]> {
  const rows = await db
    .selectFrom("refund")
    .select([
      ...(["state", "mode", "currency", "amount_minor", "holds_money", "created_at"] as const),
      ...(["settled_at", "returned_at", "expected_on"] as const),
      sql<Date | null>`(select min(a.at) from refund_attempt a where a.refund_id = refund.id)`.as("sent_at"),
    ])
    .where("case_id", "=", caseId)
    .orderBy("created_at", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({
    state: row.state,
    amount: money(row.amount_minor, row.currency),
    holdsMoney: row.holds_money,
    isOutside: row.state === "PAID_OUTSIDE" || row.mode === "MANUAL",
    proposedAt: row.created_at,
    sentAt: row.sent_at,
    settledAt: row.settled_at,
    returnedAt: row.returned_at,
    expectedOn: row.expected_on !== null && isDay(row.expected_on) ? row.expected_on : null,
  }));
}
