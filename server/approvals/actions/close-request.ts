import type { Db } from "../../platform/database/database.ts";
import type { ApprovalSubjectKind } from "../domain/words.ts";

/** Closes what nobody decides any more: it lapsed, or its subject went another way. Says whether there was anything open. */
export async function closeRequest(
  db: Db,
  subject: { readonly kind: ApprovalSubjectKind; readonly id: string },
  state: "EXPIRED" | "CALLED_OFF",
  at: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("approval_request")
    .set((eb) => ({ state, closed_at: at, version: eb("version", "+", 1) }))
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .where("state", "=", "OPEN")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
