import { buildAnyway } from "./build-if-stale.ts";
import { runCommandLine } from "./run-command-line.ts";

// `npm run build`: builds whether or not anything changed.
await runCommandLine(async () => {
  await buildAnyway();
  return 0;
});
