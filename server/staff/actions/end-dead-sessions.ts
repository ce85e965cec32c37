import { sql } from "kysely";
import type { Db } from "../../platform/database/database.ts";
import type { LoginLimits } from "../../platform/login/login-settings.ts";

/**
 * Removes sessions that are idle, too old, or of somebody who left. A request to the desk ignores them by itself
 * (`find-actor.ts`); this is for log-in's own pages, which know only of a session's end.
 */
export async function endDeadSessions(db: Db, limits: LoginLimits, now: Date): Promise<void> {
  const idleSince = new Date(now.getTime() - limits.idleMinutes * 60_000);
  const oldest = new Date(now.getTime() - limits.sessionHours * 3_600_000);
  await sql`
    delete from auth.session
    where "updatedAt" <= ${idleSince} or "createdAt" <= ${oldest} or "expiresAt" <= ${now}
      or not exists (select from staff where staff.login_id = session."userId" and staff.active)`.execute(db);
}
