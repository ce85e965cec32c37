import type { House } from "../../request-context.ts";

/** Who has customers' contacts in a file is written down before they have them: once when it is made, and each hour in which it is fetched. */
export async function noteContacts(
  { db, clock, noteAccess }: Pick<House, "db" | "clock" | "noteAccess">,
  viewerId: string,
  caseIds: readonly string[],
): Promise<void> {
  const at = clock.now();
  await noteAccess(
    db,
    caseIds.map((caseId) => ({ viewerId, caseId, kind: "EXPORT", at }) as const),
  );
}
