import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** The channel on which every server hears that a case has changed. */
export const caseChannel = "case_changed";

/** Tells all servers, when the transaction commits, that a case has a new version. */
export async function announceCase(db: Db, caseId: string, version: number): Promise<void> {
  await sql`select pg_notify(${caseChannel}, ${JSON.stringify({ caseId, version })})`.execute(db);
}
