import path from "node:path";
import { pathToFileURL } from "node:url";
import { type ReadyConfig, readConfig } from "../../server/platform/config.ts";

// Imports one settlement file as the command line does, and tells what CPU this process used for it.
const built = path.resolve(import.meta.dirname, "..", "..", "dist", "server", "redress.js");
const commandLine: { runCommand(config: ReadyConfig, words: readonly string[]): Promise<number> } = await import(
  pathToFileURL(built).href
);
const config = readConfig();
if (config.databaseUrl === null || config.authSecret === null)
  throw new Error("The bench gives a database and a secret");
const before = process.cpuUsage();
const status = await commandLine.runCommand(
  { ...config, databaseUrl: config.databaseUrl, authSecret: config.authSecret },
  ["import", "settlement", process.argv[2] ?? ""],
);
const { user, system } = process.cpuUsage(before);
if (status !== 0) throw new Error(`the import ended with ${status}`);
process.send?.({ cpuSeconds: (user + system) / 1e6 });
process.on("disconnect", () => process.exit(0));
