import { randomBytes } from "node:crypto";
import { link, readFile, rename, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { findProcess } from "./process-identity.ts";
import { StartUpError, systemCode } from "./start-up-error.ts";

const PATIENCE_MS = 600_000;

/** Runs `work` while no other process does under the same file. A holder that died gives its lock up. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const claim = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const me = (await findProcess(process.pid))?.identity ?? String(process.pid);
  await writeFile(claim, me);
  try {
    await take(file, claim);
    try {
      return await work();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    await rm(claim, { force: true });
  }
}

/** A hard link appears whole or not at all, with its holder's name already in it. */
async function take(file: string, claim: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await link(claim, file);
    } catch (error) {
      if (systemCode(error) !== "EEXIST") throw error;
    }
    const holder = await readHolder(file);
    if (holder !== null && !(await lives(holder))) await release(file, holder, `${claim}.stale`);
    if (Date.now() > until) throw new StartUpError(`Another start has held ${file} for ten minutes. Is it stuck?`);
    await sleep(40);
  }
}

async function readHolder(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

async function lives(holder: string): Promise<boolean> {
  const found = await findProcess(Number.parseInt(holder, 10));
  return found !== null && found.identity === holder;
}

/** Moved aside rather than removed: where someone else did the same first and took the lock, it is put back. */
async function release(file: string, dead: string, aside: string): Promise<void> {
  try {
    await rename(file, aside);
    if ((await readFile(aside, "utf8")) !== dead) await link(aside, file);
  } catch (error) {
    const code = systemCode(error);
    if (code !== "ENOENT" && code !== "EEXIST") throw error;
  } finally {
    await rm(aside, { force: true });
  }
}
