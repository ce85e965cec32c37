import { fileLimits } from "../evidence/domain/file-limits.ts";
import type { Effect } from "./case-features.ts";

/** Puts an uploaded file on its case. The case is locked here, so the count of its files is the right one. */
export const linkEvidence: Effect = async ({ ctx, db, facts, move, record }) => {
  if (move.action !== "ATTACH_EVIDENCE") throw new Error(`${move.action} attaches no file`);
  const files = await db
    .selectFrom("evidence")
    .select(["id", "kind", "media_type", "bytes", "sha256", "linked_at", "uploaded_by_role"])
    .where("case_id", "=", facts.caseId)
    .execute();
  const file = files.find(({ id }) => id === move.input.evidenceId);
  if (file === undefined || file.uploaded_by_role !== ctx.actor.role) return [{ code: "FILE_NOT_THERE" }];
  if (file.linked_at !== null) return [{ code: "FILE_ALREADY_ATTACHED" }];
  if (files.filter(({ linked_at }) => linked_at !== null).length >= fileLimits.filesPerCase) {
    return [{ code: "TOO_MANY_FILES", most: fileLimits.filesPerCase }];
  }
  await db.updateTable("evidence").set({ linked_at: facts.now }).where("id", "=", file.id).execute();
  // The name of the file is not in the event: it may tell who somebody is.
  record({ kind: file.kind, mediaType: file.media_type, bytes: file.bytes, sha256: file.sha256 });
  return [];
};
