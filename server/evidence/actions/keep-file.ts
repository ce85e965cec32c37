import type { Db } from "../../platform/database/database.ts";
import { fileNameOf } from "../domain/file-name.ts";
import type { InspectedFile } from "../inspect-file.ts";
import type { TicketRow } from "../queries/find-ticket.ts";

/** What became of an upload. ALREADY_THERE: the very same file is on the case. TICKET_USED: another upload was faster. */
export type KeptFile =
  | { readonly kind: "KEPT" | "ALREADY_THERE"; readonly id: string }
  | { readonly kind: "TICKET_USED" };

/** Spends the ticket and keeps the file, both or neither. Of two uploads at once one spends it. */
export function keepFile(db: Db, ticket: TicketRow, file: InspectedFile, at: Date): Promise<KeptFile> {
  return db.transaction().execute(async (trx): Promise<KeptFile> => {
    const spent = await trx
      .updateTable("evidence_ticket")
      .set({ used_at: at })
      .where("ticket_hash", "=", ticket.hash)
      .where("used_at", "is", null)
      .executeTakeFirst();
    if (spent.numUpdatedRows === 0n) return { kind: "TICKET_USED" };
    const kept = await trx
      .insertInto("evidence")
      .values({
        id: ticket.evidenceId,
        case_id: ticket.caseId,
        kind: ticket.kind,
        file_name: fileNameOf(ticket.fileName, file.mediaType),
        media_type: file.mediaType,
        bytes: file.content.length,
        sha256: file.sha256,
        uploaded_by_role: ticket.actorRole,
        uploaded_by_id: ticket.actorId,
        created_at: at,
      })
      .onConflict((conflict) => conflict.columns(["case_id", "sha256"]).doNothing())
      .executeTakeFirst();
    if (kept.numInsertedOrUpdatedRows === 0n) return alreadyThere(trx, ticket.caseId, file.sha256);
    await trx
      .insertInto("evidence_content")
      .values({ evidence_id: ticket.evidenceId, content: file.content })
      .execute();
    return { kind: "KEPT", id: ticket.evidenceId };
  });
}

/** A file that an earlier upload kept but could not link any more is linked by this one. */
async function alreadyThere(db: Db, caseId: string, sha256: string): Promise<KeptFile> {
  const { id, linked_at } = await db
    .selectFrom("evidence")
    .select(["id", "linked_at"])
    .where("case_id", "=", caseId)
    .where("sha256", "=", sha256)
    .executeTakeFirstOrThrow();
  return { kind: linked_at === null ? "KEPT" : "ALREADY_THERE", id };
}

/** Forgets a file that could not be linked, so that it can be sent again. */
export async function forgetFile(db: Db, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const gone = await trx
      .deleteFrom("evidence")
      .where("id", "=", id)
      .where("linked_at", "is", null)
      .executeTakeFirst();
    if (gone.numDeletedRows === 1n) await trx.deleteFrom("evidence_content").where("evidence_id", "=", id).execute();
  });
}
