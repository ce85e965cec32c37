import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { Barred } from "../domain/may-decide.ts";
import { type RequestRow, selectRequests } from "./find-request.ts";

/** What waits for agreement on a case's money. The case's row is locked by whoever acts on it, and so guards this too. */
export function findOpenRefundRequest(db: Db, caseId: string): Promise<RequestRow | undefined> {
  return selectRequests(db)
    .where("case_id", "=", caseId)
    .where("subject_kind", "=", "REFUND")
    .where("state", "=", "OPEN")
    .executeTakeFirst();
}

/** What of that request the case's rules look at, as SQL that gives JSON for the row `cases`. */
export const openRefundRequestJson: RawBuilder<RefundRequestJson | null> = sql`(
  select jsonb_build_object('barred', r.barred, 'expiresAt', r.expires_at)
  from approval_request r
  where r.case_id = cases.id and r.subject_kind = 'REFUND' and r.state = 'OPEN')`;

export interface RefundRequestJson {
  readonly barred: readonly Barred[];
  readonly expiresAt: string;
}
