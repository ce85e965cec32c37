import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface WorkerSettings {
  readonly databaseUrl: string;
  readonly acquirerUrl: string;
  readonly timeoutMs?: number;
}

/** Starts a worker as a process and waits until it takes jobs. */
export async function startWorker({
  databaseUrl,
  acquirerUrl,
  timeoutMs = 10_000,
}: WorkerSettings): Promise<ChildProcess> {
  const program = fileURLToPath(new URL("refund-worker.ts", import.meta.url));
  const worker = fork(program, [databaseUrl, acquirerUrl, String(timeoutMs)], {
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const ended = once(worker, "exit").then(() => "ended" as const);
  if ((await Promise.race([once(worker, "message"), ended])) === "ended") throw new Error("The worker did not start");
  return worker;
}

/** As a power cut would: no handler of it runs. */
export async function kill(worker: ChildProcess): Promise<void> {
  worker.kill("SIGKILL");
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
}

export async function stopWorker(worker: ChildProcess): Promise<void> {
  worker.kill("SIGTERM");
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
}
