import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { disputeColumns } from "./find-dispute.ts";

export type KnownDispute = Awaited<ReturnType<typeof findDisputesByReference>>[number];
export type DisputedSale = Awaited<ReturnType<typeof findSalesByReference>>[number];

/** Disputes by the bank's own number, each in its latest cycle, with what is compared when the bank speaks of them again. */
export function findDisputesByReference(db: Db, references: readonly string[]) {
  return db
    .selectFrom("dispute")
    .innerJoin("cases", "cases.id", "dispute.case_id")
    .leftJoin("transaction", "transaction.id", "cases.transaction_id")
    .distinctOn("dispute.reference")
    .select(disputeColumns.map((column) => `dispute.${column}` as const))
    .select([
      "cases.state as case_state",
      "cases.number as case_number",
      "cases.opened_at as case_opened_at",
      "transaction.acquirer_reference as transaction_reference",
    ])
    .where("dispute.reference", "=", sql<string>`any(${references}::text[])`)
    .orderBy("dispute.reference")
    .orderBy("dispute.cycle", "desc")
    .execute();
}

export function findSalesByReference(db: Db, references: readonly string[]) {
  return db
    .selectFrom("transaction")
    .select(["id", "acquirer_reference", "merchant_id", "network", "card_last4", "currency", "captured_minor"])
    .where("acquirer_reference", "=", sql<string>`any(${references}::text[])`)
    .execute();
}

/** The case that the desk is at work on over a sale, with the dispute that it took to the bank itself, if it did. */
export function findOpenCase(db: Db, transactionId: string) {
  return db
    .selectFrom("cases")
    .leftJoin("dispute", (join) =>
      join
        .onRef("dispute.case_id", "=", "cases.id")
        .on("dispute.closed_at", "is", null)
        .on("dispute.reference", "is", null),
    )
    .select(["cases.id", "dispute.id as unnumbered_dispute_id", "dispute.network"])
    .where("cases.transaction_id", "=", transactionId)
    .where("cases.closed_at", "is", null)
    .orderBy("cases.opened_at")
    .limit(sql.lit(1))
    .executeTakeFirst();
}
