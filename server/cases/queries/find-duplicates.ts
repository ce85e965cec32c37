import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** One at a time for each payment, until the transaction ends: of two requests at once the second sees the first. */
export async function lockPayment(db: Db, transactionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`request over ${transactionId}`}, 0))`.execute(db);
}

/** The open case about a payment, with the contact by which its customer is known. */
export function findOpenCaseOver(db: Db, transactionId: string) {
  return db
    .selectFrom("cases")
    .leftJoin("customer", "customer.id", "cases.customer_id")
    .where("cases.transaction_id", "=", transactionId)
    .where("cases.closed_at", "is", null)
    .select(["cases.number", "customer.phone", "customer.email"])
    .orderBy("cases.opened_at")
    .limit(1)
    .executeTakeFirst();
}
