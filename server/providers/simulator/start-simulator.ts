import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface SimulatorOptions {
  /** 0: any free port. */
  readonly port?: number;
  readonly settleAfterMs?: number;
  /** Where it writes down what it has done; without it that is forgotten with the process. */
  readonly bookFile?: string;
  /** The program, where it is not beside this file (in a bundle). */
  readonly program?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export interface Simulator {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts the simulated acquirer as a process of its own; it ends when this one does, however this one ends. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const {
    port = 0,
    settleAfterMs = 2_000,
    bookFile,
    program = fileURLToPath(new URL("main.ts", import.meta.url)),
    environment,
  } = options;
  const words = [
    "--port",
    String(port),
    "--settle-after-ms",
    String(settleAfterMs),
    ...(bookFile === undefined ? [] : ["--book", bookFile]),
  ];
  const child = fork(program, words, {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    execArgv: [],
    ...(environment !== undefined && { env: { ...environment } }),
  });
  const ended = once(child, "exit");
  const told = await Promise.race([
    once(child, "message"),
    ended.then(([code]) => new Error(`The simulated acquirer ended at once (${code})`)),
  ]);
  if (told instanceof Error) throw told;
  const [message]: unknown[] = told;
  if (typeof message !== "object" || message === null || !("url" in message) || typeof message.url !== "string") {
    throw new Error("The simulated acquirer did not say where it is");
  }
  // It must not keep this process alive; the channel closes with us, and that ends it.
  child.unref();
  child.channel?.unref();
  return {
    url: message.url,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.ref();
      child.kill("SIGTERM");
      await ended;
    },
  };
}
