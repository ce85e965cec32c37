import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** The channel on which every server hears that a case has changed. */
export const caseChannel = "case_changed";

/** The same of many cases at once. */
export async function announceCases(
  db: Db,
  cases: readonly { readonly caseId: string; readonly version: number }[],
): Promise<void> {
  const told = cases.map((one) => JSON.stringify(one));
  await sql`select pg_notify(${caseChannel}, told) from unnest(${told}::text[]) as told`.execute(db);
}

/** Tells all servers, when the transaction commits, that a case has a new version. */
export async function announceCase(db: Db, caseId: string, version: number): Promise<void> {
  await sql`select pg_notify(${caseChannel}, ${JSON.stringify({ caseId, version })})`.execute(db);
}
