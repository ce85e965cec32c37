import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { StartUpError, systemCode } from "../platform/start-up-error.ts";
import { withLock } from "../platform/with-lock.ts";

export const root = path.resolve(import.meta.dirname, "..", "..");
export const dist = path.join(root, "dist");
const stamp = path.join(dist, "built-from");
const sources = ["server", "web", "schema", "package-lock.json", "tsconfig.json"];

/** Builds server and console where what they are built from has changed since; looking takes about 30 ms. */
export async function buildIfStale(): Promise<void> {
  if (await isFresh()) return;
  await alone(async () => {
    // Another start may have built it while we waited.
    if (!(await isFresh())) await buildAll();
  });
}

export function buildAnyway(): Promise<void> {
  return alone(buildAll);
}

async function alone(work: () => Promise<void>): Promise<void> {
  await openDist();
  await withLock(path.join(dist, "lock"), work);
}

async function buildAll(): Promise<void> {
  // Read before the build: what is changed while it runs is not in it.
  const content = await contentOfSources();
  console.log("Building server and console …");
  build("server/vite.config.ts");
  build("web/vite.config.ts");
  await writeFile(stamp, content);
}

async function isFresh(): Promise<boolean> {
  return (await builtFrom()) === (await contentOfSources());
}

/** In a process of its own, so that the bundler's memory is not the server's. */
function build(config: string): void {
  const vite = path.join(root, "node_modules", "vite", "bin", "vite.js");
  const done = spawnSync(process.execPath, [vite, "build", "-c", config], { cwd: root, stdio: "inherit" });
  if (done.status !== 0) throw new StartUpError(`Building with ${config} failed; what it said stands above.`);
}

async function openDist(): Promise<void> {
  try {
    await mkdir(dist, { recursive: true });
  } catch (error) {
    throw new StartUpError(`Cannot write to ${dist} (${systemCode(error) ?? String(error)}), where the build goes.`);
  }
}

async function builtFrom(): Promise<string | null> {
  try {
    return await readFile(stamp, "utf8");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** By content and not by time, since a fresh clone or a change of branch gives every file a new time. */
async function contentOfSources(): Promise<string> {
  const hash = createHash("sha256").update(`${process.versions.node}\n`);
  const files = (await Promise.all(sources.map(filesOf))).flat().sort();
  const contents = await Promise.all(files.map((file) => readFile(path.join(root, file))));
  for (const [index, file] of files.entries()) hash.update(`${file}\n`).update(contents[index] ?? "");
  return hash.digest("hex");
}

async function filesOf(source: string): Promise<readonly string[]> {
  if (path.extname(source) !== "") return [source];
  const entries = await readdir(path.join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}
