import { forgetFile, keepFile } from "../../evidence/actions/keep-file.ts";
import type { FileProblem } from "../../evidence/domain/file-problem.ts";
import { inspectOnTicket } from "../../evidence/inspect-on-ticket.ts";
import type { EvidenceRow } from "../../evidence/queries/find-evidence.ts";
import type { TicketRow } from "../../evidence/queries/find-ticket.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext } from "../../request-context.ts";
import type { CaseActionFailure } from "../case-command.ts";
import { performOnLatest } from "./perform-on-latest.ts";

export interface AttachedUpload {
  readonly evidence: Pick<EvidenceRow, "id" | "kind" | "file_name" | "media_type" | "bytes" | "sha256">;
  /** The very same file was on the case before; it is not kept twice. */
  readonly alreadyAttached: boolean;
}

export type UploadFailure = { readonly kind: "FILE"; readonly problem: FileProblem } | CaseActionFailure;

/** Takes a file in on a ticket: judged by its content, kept once, and linked to its case through the door. */
export async function attachUpload(
  ctx: ActionContext,
  ticket: TicketRow,
  bytes: Buffer,
): Promise<Result<AttachedUpload, UploadFailure>> {
  const inspected = await inspectOnTicket(ticket, bytes);
  if (!inspected.ok) return refused({ kind: "FILE", problem: inspected.error });
  const kept = await keepFile(ctx.db, ticket, inspected.value, ctx.clock.now());
  if (kept.kind === "TICKET_USED") return refused({ kind: "FILE", problem: { code: "TICKET_USED" } });
  if (kept.kind === "KEPT") return linkUpload(ctx, ticket.caseId, kept.id);
  return done({ evidence: await getFile(ctx, kept.id), alreadyAttached: true });
}

/**
 * Links a kept file to its case. A new file does not rest on the case's version, so a case that moved on meanwhile is read
 * again; a file that the case does not take any more is forgotten.
 */
export async function linkUpload(
  ctx: ActionContext,
  caseId: string,
  evidenceId: string,
): Promise<Result<AttachedUpload, UploadFailure>> {
  const evidence = await getFile(ctx, evidenceId);
  const result = await performOnLatest(ctx, {
    caseId,
    key: derivedId("attach evidence", evidenceId),
    move: { action: "ATTACH_EVIDENCE", input: { evidenceId, detail: {} } },
  });
  if (result.ok) return done({ evidence, alreadyAttached: false });
  // Another upload of the same file was faster.
  if (result.error.kind === "REFUSED" && result.error.reasons.some(({ code }) => code === "FILE_ALREADY_ATTACHED")) {
    return done({ evidence, alreadyAttached: true });
  }
  if (result.error.kind === "REFUSED") await forgetFile(ctx.db, evidenceId);
  return refused(result.error);
}

/** By its id alone: whoever holds the ticket brought the file. */
async function getFile({ db }: ActionContext, id: string): Promise<AttachedUpload["evidence"]> {
  return db
    .selectFrom("evidence")
    .select(["id", "kind", "file_name", "media_type", "bytes", "sha256"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}
