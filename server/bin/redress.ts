import path from "node:path";
import { pathToFileURL } from "node:url";
import { readConfig } from "../platform/config.ts";
import { dist } from "./build-if-stale.ts";
import { prepare } from "./prepare.ts";
import { runCommandLine } from "./run-command-line.ts";
import { watchForStop } from "./stop-signals.ts";

// `npm run redress -- …`: one command on the desk's data, beside a running desk or alone.
await runCommandLine(async (cleanUps) => {
  const config = readConfig();
  const stop = watchForStop(config.npmCalledFrom !== null);
  const ready = await prepare(config, cleanUps);
  if (stop.asked) return 130;
  const { href } = pathToFileURL(path.join(dist, "server", "redress.js"));
  const commandLine: typeof import("../cli.ts") = await import(href);
  // npm goes to the project's folder first; the names of files are meant from where its caller stood.
  if (config.npmCalledFrom !== null) process.chdir(config.npmCalledFrom);
  const running = commandLine.runCommand(ready, process.argv.slice(2));
  return Promise.race([running, stop.wait.then(() => 130)]);
});
