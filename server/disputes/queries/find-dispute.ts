import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

export const disputeColumns = [
  "id",
  "case_id",
  "reference",
  "cycle",
  "network",
  "reason_code",
  "reason_text",
  "state",
  "currency",
  "amount_minor",
  "charged_back_minor",
  "ruling",
  "opened_at",
  "respond_by",
  "closed_at",
  "reported_status",
  "content_hash",
] as const;
export type DisputeRow = NonNullable<Awaited<ReturnType<typeof findLatestDispute>>>;

/**
 * A case can go to the bank more than once; what its rules speak of is the last time. By id, which follows the order in
 * which disputes came to the desk: the bank's own date of one may lie before an earlier one of ours.
 */
export function findLatestDispute(db: Db, caseId: string) {
  return db
    .selectFrom("dispute")
    .select(disputeColumns)
    .where("case_id", "=", caseId)
    .orderBy("id", "desc")
    .limit(sql.lit(1))
    .executeTakeFirst();
}
