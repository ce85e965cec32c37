import { buildAll } from "./build-if-stale.ts";
import { runCommandLine } from "./run-command-line.ts";

// `npm run build`: builds whether or not anything changed.
await runCommandLine(async () => {
  await buildAll();
  return 0;
});
