import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { plainEnvironment } from "../../server/platform/config.ts";
import { freePort } from "../load/bench-desk.ts";
import { kill } from "./start-worker.ts";

export interface DeskProcessSettings {
  readonly role: "server" | "worker";
  readonly databaseUrl: string;
  readonly acquirerUrl: string;
}

/** The built desk as a process that a test can kill: started again it answers where it did before. */
export interface DeskProcess {
  readonly address: string;
  /** As a power cut would, and up again. */
  crash(): Promise<void>;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL("../load/run-desk.ts", import.meta.url));

export async function startDeskProcess({ role, databaseUrl, acquirerUrl }: DeskProcessSettings): Promise<DeskProcess> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const env = plainEnvironment({
    NODE_ENV: "production",
    REDRESS_ROLE: role,
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: "a secret of more than thirty-two characters",
    ACQUIRER_URL: acquirerUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    PUBLIC_URL: address,
    LOG_LEVEL: "fatal",
  });
  let running = await start(env);
  return {
    address,
    async crash() {
      await kill(running);
      running = await start(env);
    },
    async stop() {
      if (running.exitCode !== null || running.signalCode !== null) return;
      const ended = once(running, "exit");
      running.disconnect();
      await ended;
    },
  };
}

/** Waits until it answers. A database that is coming up ends a start; whoever looks after processes starts it again. */
async function start(env: Record<string, string>): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    const child = fork(program, [], { env, execArgv: [], stdio: ["ignore", "ignore", "pipe", "ipc"] });
    let problems = "";
    child.stderr?.on("data", (piece: Buffer) => {
      problems += piece;
    });
    const ended = once(child, "exit").then(() => "ended" as const);
    if ((await Promise.race([once(child, "message"), ended])) !== "ended") return child;
    if (attempt === 10) throw new Error(`The desk did not start: ${problems}`);
  }
}
