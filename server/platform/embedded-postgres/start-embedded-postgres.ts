import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { appendFile, chmod, chown, lstat, mkdir, readFile, realpath, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { oneLine, StartUpError } from "../start-up-error.ts";
import { withLock } from "../with-lock.ts";
import { findPostmaster, type Postmaster } from "./postmaster.ts";
import { removeAtOurEnd } from "./remove-at-our-end.ts";
import { settingsFor } from "./settings.ts";
import { findTools, type Tools } from "./tools.ts";
import { joinUsers, leaveUsers } from "./users.ts";

const MAJOR_VERSION = "18";
const SUPERUSER = "redress";
const ATTEMPTS = 6;

export interface EmbeddedPostgres {
  url(database: string): string;
  /** Leaves the server; whoever leaves last stops it. */
  stop(): Promise<void>;
  /** Whether it was already running. */
  readonly attached: boolean;
}

export interface EmbeddedPostgresOptions {
  /** For tests: nothing is kept, so nothing waits for the disk, and the folder goes when this process does. */
  readonly throwaway?: boolean;
  /** False tries the way of containers that forbid user namespaces. */
  readonly userNamespaces?: boolean;
}

interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly tools: Tools;
  readonly throwaway: boolean;
}

/** Starts the PostgreSQL that npm brought, with its data in `folder`, or joins the one that already runs there. */
export async function startEmbeddedPostgres(
  folder: string,
  options: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  await mkdir(path.dirname(folder), { recursive: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const home = await realpath(folder);
  const lock = path.join(home, "lock");
  const users = path.join(home, "users");
  return withLock(lock, async () => {
    const tools = await findTools(home, options);
    const cluster: Cluster = {
      folder: home,
      data: path.join(home, "cluster"),
      tools,
      throwaway: options.throwaway === true,
    };
    await createCluster(cluster);
    const { attached, socketFolder } = await bringUp(cluster);
    await joinUsers(users);
    const guard = cluster.throwaway ? removeAtOurEnd(home, cluster.data) : undefined;
    return {
      attached,
      url: (database) => `postgres://${SUPERUSER}@localhost/${database}?host=${encodeURIComponent(socketFolder)}`,
      async stop() {
        if (guard !== undefined) return guard();
        await withLock(lock, async () => {
          if (await leaveUsers(users)) return;
          await tools.run("pg_ctl", ["stop", "-m", "fast", "-w", "-t", "60", "-D", cluster.data]);
          await rm(socketFolder, { recursive: true, force: true });
        });
      },
    };
  });
}

/** Made under another name first: initdb writes its version file long before it is done, and may be killed in between. */
async function createCluster({ data, tools, throwaway }: Cluster): Promise<void> {
  if (existsSync(data)) {
    const version = (await readFile(path.join(data, "PG_VERSION"), "utf8")).trim();
    if (version === MAJOR_VERSION) return;
    throw new StartUpError(
      `${data} was written by PostgreSQL ${version}, and this is ${MAJOR_VERSION}. Move it aside, or set DATABASE_URL.`,
    );
  }
  const draft = `${data}.new`;
  await rm(draft, { recursive: true, force: true });
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const speed = throwaway ? ["--no-sync"] : [];
  try {
    await tools.run("initdb", ["-D", draft, "-U", SUPERUSER, "--auth=trust", ...locale, "--no-instructions", ...speed]);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw new StartUpError(`PostgreSQL could not create its files in ${data}: ${reasonIn(error)}`);
  }
  await appendFile(path.join(draft, "postgresql.conf"), "\ninclude_if_exists = 'redress.conf'\n");
  await rename(draft, data);
}

async function bringUp(cluster: Cluster): Promise<{ readonly attached: boolean; readonly socketFolder: string }> {
  const running = await settled(cluster.data);
  if (running.state === "ready") return { attached: true, socketFolder: running.socketFolder };
  const socketFolder = await openSocketFolder(cluster);
  const settings = path.join(cluster.data, "redress.conf");
  await writeFile(settings, settingsFor(socketFolder, cluster.throwaway), { mode: 0o600 });
  if (cluster.tools.owner !== null) await chown(settings, cluster.tools.owner, cluster.tools.owner);
  for (let attempt = 1; ; attempt++) {
    try {
      const log = path.join(cluster.folder, "postgres.log");
      await cluster.tools.run("pg_ctl", ["start", "-w", "-t", "60", "-s", "-D", cluster.data, "-l", log]);
      return { attached: false, socketFolder };
    } catch (error) {
      if (attempt === ATTEMPTS) throw new StartUpError(`PostgreSQL did not start: ${await lastWords(cluster, error)}`);
      // After a kill -9 the old server's children may still be on their way out.
      await sleep(150 * attempt);
      await settled(cluster.data);
    }
  }
}

/** Waits while a server is coming up or going down. */
async function settled(data: string): Promise<Postmaster> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    const found = await findPostmaster(data);
    if (found.state !== "changing") return found;
    await sleep(50);
  }
  throw new StartUpError(`The PostgreSQL in ${data} has neither started nor stopped for a minute.`);
}

/** Under the folder for temporary files, since a socket's path may have 107 bytes at most, and ours alone. */
async function openSocketFolder({ folder, tools, throwaway }: Cluster): Promise<string> {
  const name = `redress-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
  const socketFolder = throwaway ? path.join(folder, "socket") : path.join(await realpath(tmpdir()), name);
  await mkdir(socketFolder, { recursive: true, mode: 0o700 });
  const found = await lstat(socketFolder);
  const mine = found.uid === process.getuid?.() || found.uid === tools.owner;
  if (!found.isDirectory() || !mine)
    throw new StartUpError(`${socketFolder} belongs to someone else. Remove it, or set TMPDIR.`);
  await chmod(socketFolder, 0o700);
  if (tools.owner !== null) await chown(socketFolder, tools.owner, tools.owner);
  return socketFolder;
}

async function lastWords({ folder }: Cluster, error: unknown): Promise<string> {
  const log = await readFile(path.join(folder, "postgres.log"), "utf8").catch(() => "");
  const fatal = log.split("\n").filter((line) => /FATAL|PANIC|could not/.test(line));
  return fatal.at(-1) ?? reasonIn(error);
}

function reasonIn(error: unknown): string {
  const stderr = error instanceof Error && "stderr" in error ? String(error.stderr) : "";
  const told = stderr.split("\n").filter((line) => /error|could not|cannot|fatal/i.test(line));
  return told.at(-1)?.trim() ?? oneLine(error);
}
