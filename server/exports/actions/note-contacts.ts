import type { House } from "../../request-context.ts";
import type { ExportRow } from "../queries/find-exports.ts";

/**
 * Who has customers' contacts in a file, or the log of a case, is written down before they have them: once when it is made,
 * and each hour in which it is fetched.
 */
export async function noteContacts(
  { db, clock, noteAccess }: Pick<House, "db" | "clock" | "noteAccess">,
  { owner_id: viewerId, kind }: Pick<ExportRow, "owner_id" | "kind">,
  caseIds: readonly string[],
): Promise<void> {
  const at = clock.now();
  await noteAccess(
    db,
    caseIds.map((caseId) => ({ viewerId, caseId, kind: kind === "AUDIT_LOG" ? "LOG_EXPORT" : "EXPORT", at }) as const),
  );
}
