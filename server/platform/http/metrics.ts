import type { Pool } from "pg";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What this process counts, for `/metrics`. One a process, as what it measures is. */
export const registry = new Registry();
collectDefaultMetrics({ register: registry });

/** Labelled by the pattern of the route, never by the address: that can hold a private link. */
export const answered = new Histogram({
  name: "redress_http_request_seconds",
  help: "Time from a request's arrival to the end of its answer",
  labelNames: ["method", "route", "status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [registry],
});

const pools = new Set<Pool>();

new Gauge({
  name: "redress_database_connections",
  help: "Connections to the database by what they do, and requests that wait for one",
  labelNames: ["state"],
  registers: [registry],
  collect() {
    const open = [...pools].filter((pool) => !pool.ended);
    const sum = (count: (pool: Pool) => number) => open.reduce((total, pool) => total + count(pool), 0);
    this.set(
      { state: "idle" },
      sum((pool) => pool.idleCount),
    );
    this.set(
      { state: "busy" },
      sum((pool) => pool.totalCount - pool.idleCount),
    );
    this.set(
      { state: "waiting" },
      sum((pool) => pool.waitingCount),
    );
  },
});

/** Many waiting: the pool is too small, or statements are too slow. */
export function measurePool(pool: Pool): void {
  pools.add(pool);
}
