import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { findProcess } from "../process-identity.ts";

/**
 * Who uses a running cluster: one file a process. Whoever leaves last stops it, whether or not they started it, so that
 * a short command cannot take the database away from a desk that joined it, nor a killed desk leave it running for good.
 * Call these under the cluster's lock.
 */
export async function joinUsers(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(path.join(folder, await ownName()), "");
}

/** Leaves, and tells whether anyone is still there. */
export async function leaveUsers(folder: string): Promise<boolean> {
  await rm(path.join(folder, await ownName()), { force: true });
  let others = false;
  for (const name of await readdir(folder)) {
    const found = await findProcess(Number.parseInt(name, 10));
    if (found?.identity === name) others = true;
    else await rm(path.join(folder, name), { force: true });
  }
  return others;
}

async function ownName(): Promise<string> {
  return (await findProcess(process.pid))?.identity ?? String(process.pid);
}
