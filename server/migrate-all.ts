import { migrate } from "./platform/database/migrate.ts";
import { withDatabaseLock } from "./platform/database/with-database-lock.ts";
import { migrateJobs } from "./platform/jobs/migrate-jobs.ts";
import { migrateLogin } from "./platform/login/migrate-login.ts";
import { adoptPermissions } from "./staff/actions/adopt-permissions.ts";

/**
 * Brings every table up to date: the house's, log-in's and the queue's. One after the other, so that a failure names
 * itself, and in one process at a time, since servers and workers of one house start together.
 */
export function migrateAll(url: string): Promise<void> {
  return withDatabaseLock(url, "migrations", async () => {
    await migrate(url, (db) => adoptPermissions(db, new Date()));
    await migrateLogin(url);
    await migrateJobs(url);
  });
}
