import type { Db } from "../../platform/database/database.ts";
import type { ApprovalSubjectKind } from "../domain/words.ts";

/** Closes what nobody decides any more: it lapsed, or its subject went another way. Says whether there was anything open. */
export async function closeRequest(
  db: Db,
  subject: { readonly kind: ApprovalSubjectKind; readonly id: string },
  state: "EXPIRED" | "CALLED_OFF",
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await closing(db, state, at)
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Closes this one if its time is over: what was asked anew about the same subject meanwhile has its own. */
export async function closeLapsed(db: Db, requestId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await closing(db, "EXPIRED", at)
    .where("id", "=", requestId)
    .where("expires_at", "<", at)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

function closing(db: Db, state: "EXPIRED" | "CALLED_OFF", at: Date) {
  return db
    .updateTable("approval_request")
    .set((eb) => ({ state, closed_at: at, version: eb("version", "+", 1) }))
    .where("state", "=", "OPEN");
}
