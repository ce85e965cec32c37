import { randomBytes } from "node:crypto";
import type { Db } from "../../platform/database/database.ts";
import { sha256 } from "../../platform/journal.ts";
import type { WallClock } from "../../platform/wall-clock.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { fileLimits } from "../domain/file-limits.ts";
import { cleanFileName } from "../domain/file-name.ts";
import type { ProofKind } from "../domain/proof-kinds.ts";

export interface IssueTicket {
  readonly caseId: string;
  readonly kind: ProofKind;
  readonly fileName: string;
}

export interface IssuedTicket {
  /** Handed out once; only its hash is kept. */
  readonly ticket: string;
  readonly expiresAt: Date;
}

/** Gives a right to upload one file to one case, in the caller's transaction. */
export async function issueTicket(db: Db, actor: Actor, request: IssueTicket, at: Date): Promise<IssuedTicket> {
  const ticket = randomBytes(32).toString("base64url");
  const expiresAt = new Date(at.getTime() + fileLimits.ticketMinutes * 60_000);
  await db
    .insertInto("evidence_ticket")
    .values({
      ticket_hash: sha256(ticket),
      case_id: request.caseId,
      kind: request.kind,
      file_name: cleanFileName(request.fileName),
      actor_role: actor.role,
      actor_id: actor.id,
      api_key_id: actor.key?.id ?? null,
      expires_at: expiresAt,
    })
    .execute();
  return { ticket, expiresAt };
}

/** Tickets nobody can use any more, and with them what arrived of files that never came whole. */
export async function forgetTickets({ db, clock }: { readonly db: Db; readonly clock: WallClock }): Promise<void> {
  const anHourAgo = new Date(clock.now().getTime() - 3_600_000);
  await db.deleteFrom("evidence_ticket").where("expires_at", "<", anHourAgo).execute();
}

/** Removes what earlier uploads to this case left behind: spent tickets, and files that were never linked. */
export async function sweepUploads(db: Db, caseId: string, at: Date): Promise<void> {
  const anHourAgo = new Date(at.getTime() - 3_600_000);
  await db.deleteFrom("evidence_ticket").where("case_id", "=", caseId).where("expires_at", "<", anHourAgo).execute();
  const orphans = await db
    .deleteFrom("evidence")
    .where("case_id", "=", caseId)
    .where("linked_at", "is", null)
    .where("created_at", "<", anHourAgo)
    .returning("id")
    .execute();
  if (orphans.length === 0) return;
  const ids = orphans.map(({ id }) => id);
  await db.deleteFrom("evidence_content").where("evidence_id", "in", ids).execute();
}
