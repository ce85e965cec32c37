import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import { deskChannel, type PresenceSignal } from "../../platform/signals.ts";

/** Tells all servers that somebody's mentions have changed, when the transaction commits. */
export async function tellMentioned(db: Db, staffId: string): Promise<void> {
  await notify(db, { kind: "MENTION", staffId });
}

/** Tells all servers how somebody has a case open. Nothing is stored: whoever stops telling is gone. */
export async function tellPresence(db: Db, signal: Omit<PresenceSignal, "kind">): Promise<void> {
  await notify(db, { kind: "PRESENCE", ...signal });
}

async function notify(db: Db, signal: object): Promise<void> {
  await sql`select pg_notify(${deskChannel}, ${JSON.stringify(signal)})`.execute(db);
}
