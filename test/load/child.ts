import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { plainEnvironment } from "../../server/platform/config.ts";

export interface Child {
  readonly pid: number;
  /** What it said of itself when it was ready. */
  readonly told: Readonly<Record<string, unknown>>;
  stop(): Promise<void>;
}

/** Starts a program of this folder and waits until it says that it is ready. */
export async function startChild(
  program: string,
  words: readonly string[] = [],
  environment: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const child = fork(path.join(import.meta.dirname, program), words, {
    env: plainEnvironment(environment),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const told = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(([code]) => [new Error(`${program} ended at once (${code})`)]),
  ]);
  const [message]: unknown[] = told;
  if (message instanceof Error) throw message;
  if (child.pid === undefined || typeof message !== "object" || message === null)
    throw new Error(`${program} did not start`);
  return { pid: child.pid, told: message as Readonly<Record<string, unknown>>, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, "exit");
  child.disconnect();
  await ended;
}
