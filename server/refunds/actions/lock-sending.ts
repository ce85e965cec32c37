import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";

const keyOf = (provider: string): RawBuilder<unknown> => sql`hashtextextended(${`maintenance of ${provider}`}, 0)`;

/** For whoever is about to send: no window of the provider begins between the look and the mark. Many send at once. */
export async function lockForSending(db: Db, provider: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${keyOf(provider)})`.execute(db);
}

/** For whoever plans a window: whatever is being marked as sent was sent before it; nothing else is until it is written. */
export async function lockAgainstSending(db: Db, provider: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${keyOf(provider)})`.execute(db);
}
