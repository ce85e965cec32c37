import path from "node:path";
import { pathToFileURL } from "node:url";
import { type ReadyConfig, readConfig } from "../../server/platform/config.ts";

// The built desk as one server process, for a load to be put on. Tells its parent when it answers, and ends with it.
const built = path.resolve(import.meta.dirname, "..", "..", "dist", "server", "main.js");
const main: { startRedress(config: ReadyConfig): Promise<{ stop(): Promise<void> }> } = await import(
  pathToFileURL(built).href
);
const config = readConfig();
if (config.databaseUrl === null || config.authSecret === null)
  throw new Error("The bench gives a database and a secret");
const desk = await main.startRedress({ ...config, databaseUrl: config.databaseUrl, authSecret: config.authSecret });
process.send?.({ ready: true });
process.on("disconnect", () => void desk.stop().then(() => process.exit(0)));
