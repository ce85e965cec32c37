import type { ApprovalState } from "../../approvals/domain/words.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Permission } from "../../staff/domain/permissions.ts";

export interface ManualRequest {
  readonly id: string;
  readonly state: ApprovalState;
  /** Who must still agree, in turn. */
  readonly missing: readonly Permission[];
}

/** The latest request about money that was moved outside for this refund. */
export function findManualRequest(db: Db, refundId: string): Promise<ManualRequest | undefined> {
  return db
    .selectFrom("approval_request")
    .select(["id", "state", "missing"])
    .where("subject_kind", "=", "MANUAL_REFUND")
    .where("subject_id", "=", refundId)
    .orderBy("opened_at", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}
