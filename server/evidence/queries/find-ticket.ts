import type { Db } from "../../platform/database/database.ts";
import { derivedId } from "../../platform/derived-id.ts";
import { sha256 } from "../../platform/journal.ts";

/** A ticket with the id that its file will have: the same ticket always leads to the same file. */
export type TicketRow = NonNullable<Awaited<ReturnType<typeof findTicket>>>;

export async function findTicket(db: Db, ticket: string) {
  const hash = sha256(ticket);
  const found = await db
    .selectFrom("evidence_ticket")
    .select([
      "case_id as caseId",
      "kind",
      "file_name as fileName",
      "actor_role as actorRole",
      "actor_id as actorId",
      "api_key_id as apiKeyId",
      "expires_at as expiresAt",
      "used_at as usedAt",
    ])
    .where("ticket_hash", "=", hash)
    .executeTakeFirst();
  return found === undefined ? null : { ...found, hash, evidenceId: derivedId("evidence of ticket", hash) };
}
