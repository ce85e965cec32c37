import { PgBoss } from "pg-boss";
import type { Log } from "../log-line.ts";

/** Where the queue keeps its own tables. */
export const jobSchema = "jobs";

export interface BossOptions {
  readonly connections: number;
  /** Does this process work jobs? Then it also looks after jobs whose worker died. */
  readonly works: boolean;
}

/**
 * The queue over the house's database, on a small pool of its own. Supervising and monitoring both run every 3 s: a dead
 * worker is noticed by the slower of the two. LISTEN needs a direct connection, never a pooler in transaction mode.
 */
export function makeBoss(url: string, log: Log, { connections, works }: BossOptions): PgBoss {
  const boss = new PgBoss({
    connectionString: url,
    schema: jobSchema,
    max: connections,
    migrate: false,
    supervise: works,
    schedule: false,
    useListenNotify: works,
    registerInstance: works,
    openTelemetry: { enabled: false },
    superviseIntervalSeconds: 3,
    monitorIntervalSeconds: 3,
    maintenanceIntervalSeconds: 600,
  });
  // Without a listener an error event ends the process; a database that restarts must not.
  boss.on("error", (error) => log.error({ err: error }, "The queue could not do its work, and goes on"));
  boss.on("warning", (warning) => log.warn(`The queue warns: ${warning.message}`));
  return boss;
}
