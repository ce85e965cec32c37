import { setTimeout as sleep } from "node:timers/promises";
import type { Desk } from "../main.ts";
import { claimPort, portProblem } from "../platform/claim-port.ts";
import { readConfig } from "../platform/config.ts";
import { prepare } from "./prepare.ts";
import { runCommandLine } from "./run-command-line.ts";
import { watchForStop } from "./stop-signals.ts";

/** How long a desk that is still coming up may take to notice that it is not wanted any more. */
const GRACE_MS = 3000;

// `npm start`: everything from a fresh clone to an address that answers, and back to nothing.
await runCommandLine(async (cleanUps) => {
  const config = readConfig();
  const stop = watchForStop(config.npmCalledFrom !== null);
  const { port, release } = await claimPort(config.host, config.port);
  const publicUrl = config.publicUrl.replace(/:0$/, `:${port}`);
  const [main, ready] = await prepare({ ...config, port, publicUrl }, "main", cleanUps);
  if (stop.asked) return 0;
  const starting = main.startRedress(ready, release);
  const desk = await Promise.race([starting, stop.wait.then(() => sleep(GRACE_MS, null))]).catch((error: unknown) => {
    // Someone else may have taken the port in the moment between letting it go and listening.
    throw portProblem(error, config.host, port);
  });
  if (desk === null) return 0;
  cleanUps.add(() => desk.stop());
  if (!config.production) show(desk);
  await stop.wait;
  return 0;
});

function show({ address, logins }: Desk): void {
  console.log(`\nRedress is ready at ${address}\n`);
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  const [roles, emails] = [widest(logins.map(({ role }) => role)), widest(logins.map(({ email }) => email))];
  for (const { role, email, password } of logins) {
    console.log(`  ${role.padEnd(roles)}  ${email.padEnd(emails)}  ${password}`);
  }
  console.log(`${logins.length > 0 ? "\n" : ""}Ctrl-C stops it; the data stays.\n`);
}
