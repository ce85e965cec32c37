import { readdirSync, readFileSync } from "node:fs";
import type pg from "pg";

/** Ticks of /proc/PID/stat in a second, which Linux fixes for all programs. */
const TICKS = 100;

/** The fields of /proc/PID/stat behind the program's name, or none for a process that has ended. */
function statOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  } catch {
    // It ended between two looks; what it used is counted with its parent.
    return [];
  }
}

/** CPU seconds that processes have used so far, user and system. */
export function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + seconds(statOf(pid).slice(11, 13)), 0);
}

function seconds(fields: readonly string[]): number {
  return fields.reduce((sum, field) => sum + Number(field), 0) / TICKS;
}

/** The process that all of PostgreSQL's own descend from. */
export async function clusterOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return Number(statOf(rows[0]?.pid ?? 0)[1]);
}

/** All that a cluster has used: its own processes that live, and those that have ended, which its first process remembers. */
export function cpuOfCluster(postmaster: number): number {
  const living = readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number(statOf(pid)[1]) === postmaster);
  return cpuOf([postmaster, ...living]) + seconds(statOf(postmaster).slice(13, 15));
}

/** The processes that serve one database's connections, without the asker's own. */
export async function backendsOf(client: pg.Client): Promise<readonly number[]> {
  const { rows } = await client.query<{ pid: number }>(
    "select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  return rows.map(({ pid }) => pid);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
