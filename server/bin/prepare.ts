import path from "node:path";
import { findAuthSecret } from "../platform/auth-secret.ts";
import { checkDatabase } from "../platform/check-database.ts";
import type { Config, ReadyConfig } from "../platform/config.ts";
import { openDataDir } from "../platform/data-dir.ts";
import { ensureDatabase } from "../platform/embedded-postgres/ensure-database.ts";
import { startEmbeddedPostgres } from "../platform/embedded-postgres/start-embedded-postgres.ts";
import { buildIfStale } from "./build-if-stale.ts";
import type { CleanUps } from "./clean-ups.ts";

/** Everything that has to stand before the desk's own code runs: data folder, secret, database, build. */
export async function prepare(config: Config, cleanUps: CleanUps): Promise<ReadyConfig> {
  await openDataDir(config.dataDir);
  const authSecret = await findAuthSecret(config);
  // Not side by side: where one fails, the other must not be left half done.
  const databaseUrl = config.databaseUrl ?? (await startDatabase(config.dataDir, cleanUps));
  await checkDatabase(databaseUrl);
  await buildIfStale();
  return { ...config, databaseUrl, authSecret };
}

async function startDatabase(dataDir: string, cleanUps: CleanUps): Promise<string> {
  const embedded = await startEmbeddedPostgres(path.join(dataDir, "postgres"));
  cleanUps.add(() => embedded.stop());
  await ensureDatabase(embedded.url("postgres"), "redress");
  return embedded.url("redress");
}
