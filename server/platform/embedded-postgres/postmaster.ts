import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { findProcess } from "../process-identity.ts";
import { systemCode } from "../start-up-error.ts";

/** The server of a cluster, as its own pid file tells, checked against the process that is really there. */
export type Postmaster =
  | { readonly state: "absent" }
  | { readonly state: "changing" }
  | { readonly state: "ready"; readonly socketFolder: string };

/**
 * `pg_ctl status` believes the pid file, and after a kill -9 that number may belong to a zombie or to another program.
 * Such a file would also stop the next start, so it goes; one whose process is simply gone is PostgreSQL's to judge.
 */
export async function findPostmaster(cluster: string): Promise<Postmaster> {
  const file = path.join(cluster, "postmaster.pid");
  const lines = await readLines(file);
  const pid = Number.parseInt(lines[0] ?? "", 10);
  if (!Number.isInteger(pid)) return { state: "absent" };
  const found = await findProcess(pid);
  if (found === null || !found.commandLine.includes(cluster)) {
    if (numberIsTaken(pid)) await removeStale(file, lines[4] ?? "");
    return { state: "absent" };
  }
  const socketFolder = lines[4] ?? "";
  return lines[7]?.trim() === "ready" && socketFolder !== "" ? { state: "ready", socketFolder } : { state: "changing" };
}

async function readLines(file: string): Promise<readonly string[]> {
  try {
    return (await readFile(file, "utf8")).split("\n");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  }
}

function numberIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Someone else's process counts as well.
    return systemCode(error) === "EPERM";
  }
}

async function removeStale(file: string, socketFolder: string): Promise<void> {
  await rm(file, { force: true });
  if (socketFolder !== "") await rm(path.join(socketFolder, ".s.PGSQL.5432.lock"), { force: true });
}
