import { migrate } from "./platform/database/migrate.ts";
import { migrateJobs } from "./platform/jobs/migrate-jobs.ts";
import { migrateLogin } from "./platform/login/migrate-login.ts";

/** Brings every table up to date: the house's, log-in's and the queue's. One after the other, so that a failure names itself. */
export async function migrateAll(url: string): Promise<void> {
  await migrate(url);
  await migrateLogin(url);
  await migrateJobs(url);
}
