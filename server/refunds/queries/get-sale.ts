import type { Db } from "../../platform/database/database.ts";

/** What of a payment decides how its money goes back. */
export async function getSale(db: Db, transactionId: string) {
  const row = await db
    .selectFrom("transaction")
    .select([
      "kind",
      "currency",
      "captured_minor",
      "refunded_minor",
      "in_flight_minor",
      "charged_back_minor",
      "processed_at",
      "settled_at",
    ])
    .where("id", "=", transactionId)
    .executeTakeFirstOrThrow();
  return {
    kind: row.kind,
    currency: row.currency,
    capturedMinor: row.captured_minor,
    goneMinor: row.refunded_minor + row.in_flight_minor + row.charged_back_minor,
    processedAt: row.processed_at,
    settledAt: row.settled_at,
  };
}
