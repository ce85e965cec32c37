import path from "node:path";
import { buildApp } from "./app.ts";
import type { DeskLogIn } from "./demo/desk-log-in.ts";
import { openDemoDesk } from "./demo/open-demo-desk.ts";
import { jobHandlers } from "./job-handlers.ts";
import { migrateAll } from "./migrate-all.ts";
import { openChannels } from "./notices/channels/open-channels.ts";
import { openHouse } from "./open-house.ts";
import type { ReadyConfig } from "./platform/config.ts";
import { environmentOf } from "./platform/desk-environment.ts";
import { measurePool } from "./platform/http/metrics.ts";
import { openLog } from "./platform/log.ts";
import { openLogin } from "./platform/login/login.ts";
import { publishDefaultPolicy } from "./policies/actions/publish-default-policy.ts";
import { reachAcquirer } from "./providers/reach-acquirer.ts";
import { maySignIn } from "./staff/queries/may-sign-in.ts";
import { publishDefaultCourses } from "./training/actions/publish-default-courses.ts";
import { buildWorkerApp } from "./worker-app.ts";

/** A running desk: where it answers, how to sign in to the demo, and how to end it. */
export interface Desk {
  readonly address: string;
  readonly logins: readonly DeskLogIn[];
  stop(): Promise<void>;
}

/** Opens the desk in one process: tables, queue, log-in, the demo where asked for, workers, and the port, once whoever held it lets it go. */
export async function startRedress(
  config: ReadyConfig,
  releasePort = async (): Promise<void> => undefined,
): Promise<Desk> {
  const log = openLog(config.logLevel);
  const { databaseUrl, publicUrl, authSecret, databaseConnections, role } = config;
  const [serves, works] = [role !== "worker", role !== "server"];
  await migrateAll(databaseUrl);
  const house = await openHouse({
    databaseUrl,
    authSecret,
    connections: databaseConnections,
    works,
    log,
    calm: config.calm,
    environment: environmentOf(config),
    webhookAddresses: { mayBePlain: config.demo, mayBePrivate: config.delivery.webhooksToPrivateAddresses },
  });
  const login = openLogin({
    databaseUrl,
    publicUrl,
    authSecret,
    log,
    maySignIn: (loginId) => maySignIn(house.db, loginId),
    oidc: config.oidc,
    limits: config.loginLimits,
  });
  // First: what the demo's past went by came out in that past, and a desk that has its first policy and courses keeps them.
  const logins = config.demo ? await openDemoDesk(house, login) : [];
  await publishDefaultPolicy(house.db, house.clock.now());
  await publishDefaultCourses(house.db, house.clock.now());
  const acquirer = works ? await reachAcquirer(config) : null;
  if (acquirer !== null)
    await house.jobs.startWorkers(house, jobHandlers(acquirer.providers, openChannels(config, house.signing)));
  const app = serves
    ? await buildApp({ house, login, config, consoleFolder: consoleFolder() })
    : await buildWorkerApp(house);
  measurePool(house.database.pool);
  await releasePort();
  await app.listen({ host: config.host, port: config.port });
  log.info({ processRole: role, address: publicUrl }, "Redress is ready");
  return {
    address: publicUrl,
    logins,
    async stop() {
      await app.close();
      await house.close();
      await login.close();
      await acquirer?.stop();
    },
  };
}

/** The built console lies beside the built server. */
function consoleFolder(): string {
  return path.resolve(import.meta.dirname, "..", "web");
}
