import { type RequestRow, selectRequests } from "../../approvals/queries/find-request.ts";
import type { Db } from "../../platform/database/database.ts";

/** What waits for agreement on a draft; undefined while nobody is asked. */
export function findDraftRequest(db: Db, draftId: string): Promise<RequestRow | undefined> {
  return selectRequests(db)
    .where("subject_kind", "=", "POLICY_VERSION")
    .where("subject_id", "=", draftId)
    .where("state", "=", "OPEN")
    .executeTakeFirst();
}
