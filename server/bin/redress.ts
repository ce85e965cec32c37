import { readConfig } from "../platform/config.ts";
import { prepare } from "./prepare.ts";
import { runCommandLine } from "./run-command-line.ts";
import { watchForStop } from "./stop-signals.ts";

// `npm run redress -- …`: one command on the desk's data, beside a running desk or alone.
await runCommandLine(async (cleanUps) => {
  const config = readConfig();
  const stop = watchForStop(config.npmCalledFrom !== null);
  const [commandLine, ready] = await prepare(config, "redress", cleanUps);
  if (stop.asked) return 130;
  // npm goes to the project's folder first; the names of files are meant from where its caller stood.
  if (config.npmCalledFrom !== null) process.chdir(config.npmCalledFrom);
  const running = commandLine.runCommand(ready, process.argv.slice(2));
  return Promise.race([running, stop.wait.then(() => 130)]);
});
