import { StartUpError } from "../platform/start-up-error.ts";
import { CleanUps } from "./clean-ups.ts";

/** Runs a command to its end and cleans up after it; what it cannot do it says in one line, and a bug with its stack. */
export async function runCommandLine(command: (cleanUps: CleanUps) => Promise<number>): Promise<never> {
  const cleanUps = new CleanUps();
  try {
    process.exitCode = (await command(cleanUps)) || process.exitCode;
  } catch (error) {
    console.error(error instanceof StartUpError ? `Redress cannot go on: ${error.message}` : error);
    process.exitCode = 1;
  }
  await cleanUps.run();
  // Whatever still holds a timer or a socket has had its time.
  process.exit();
}
