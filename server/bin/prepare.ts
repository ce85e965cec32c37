import { enableCompileCache } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { findAuthSecret } from "../platform/auth-secret.ts";
import { checkDatabase } from "../platform/check-database.ts";
import type { Config, ReadyConfig } from "../platform/config.ts";
import { openDataDir } from "../platform/data-dir.ts";
import { ensureDatabase } from "../platform/embedded-postgres/ensure-database.ts";
import { startEmbeddedPostgres } from "../platform/embedded-postgres/start-embedded-postgres.ts";
import { buildIfStale, dist } from "./build-if-stale.ts";
import type { CleanUps } from "./clean-ups.ts";

/** What the build makes, by its name in dist/server. */
interface Built {
  main: typeof import("../main.ts");
  redress: typeof import("../cli.ts");
}

/** Everything that has to stand before the desk's own code runs: data folder, secret, database, and that code, built. */
export async function prepare<N extends keyof Built>(
  config: Config,
  name: N,
  cleanUps: CleanUps,
): Promise<readonly [Built[N], ReadyConfig]> {
  await openDataDir(config.dataDir);
  const authSecret = await findAuthSecret(config);
  if (config.databaseUrl !== null) await checkDatabase(config.databaseUrl);
  await buildIfStale();
  const loading = load(name);
  // It is waited for below, after what must be cleaned up has been noted; until then nobody else hears of its failure.
  loading.catch(() => undefined);
  const databaseUrl = config.databaseUrl ?? (await startDatabase(config.dataDir, cleanUps));
  return [await loading, { ...config, databaseUrl, authSecret }];
}

/** Reading a thousand modules takes a second; half of it goes with what V8 remembers of the last time. */
function load<N extends keyof Built>(name: N): Promise<Built[N]> {
  enableCompileCache(path.join(dist, "compiled"));
  return import(pathToFileURL(path.join(dist, "server", `${name}.js`)).href);
}

async function startDatabase(dataDir: string, cleanUps: CleanUps): Promise<string> {
  const embedded = await startEmbeddedPostgres(path.join(dataDir, "postgres"));
  cleanUps.add(() => embedded.stop());
  await ensureDatabase(embedded.url("postgres"), "redress");
  return embedded.url("redress");
}
