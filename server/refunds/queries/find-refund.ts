import type { Db } from "../../platform/database/database.ts";

export type RefundRow = Awaited<ReturnType<ReturnType<typeof selectRefunds>["execute"]>>[number];

/** One instruction with what the provider has to be told of its sale, and the version of its case. */
export function selectRefunds(db: Db) {
  return db
    .selectFrom("refund")
    .innerJoin("cases", "cases.id", "refund.case_id")
    .innerJoin("transaction", "transaction.id", "refund.transaction_id")
    .selectAll("refund")
    .select(["cases.version as case_version", "transaction.acquirer_reference as original_reference"]);
}

export function findRefund(db: Db, id: string): Promise<RefundRow | undefined> {
  return selectRefunds(db).where("refund.id", "=", id).executeTakeFirst();
}

/** The instruction that the case's rules speak of: its latest. */
export function findLatestRefund(db: Db, caseId: string): Promise<RefundRow | undefined> {
  return selectRefunds(db)
    .where("refund.case_id", "=", caseId)
    .orderBy("refund.created_at", "desc")
    .orderBy("refund.id", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** How often the provider was asked about this key. */
export async function countQuestions(db: Db, refundId: string, key: string): Promise<number> {
  const { asked } = await db
    .selectFrom("refund_attempt")
    .select((eb) => eb.fn.countAll<bigint>().as("asked"))
    .where("refund_id", "=", refundId)
    .where("instruction_key", "=", key)
    .where("operation", "=", "QUERY")
    .executeTakeFirstOrThrow();
  return Number(asked);
}
