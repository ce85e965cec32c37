import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";

const script = path.resolve(import.meta.dirname, "..", "..", "server", "bin", "start.ts");
const LONGEST_START_MS = 180_000;

/** A start that was refused, or a desk that has ended: how, and what it said. */
export interface Ended {
  readonly status: number | null;
  readonly output: string;
  readonly problems: string;
}

/** The real desk in a process of its own, as `npm start` runs it. */
export interface StartedDesk {
  readonly address: string;
  readonly process: ChildProcess;
  /** What it has printed: its address and the demo's log-ins. */
  readonly output: string;
  /** Asks it to end, and gives how it did. */
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

export type Settings = Readonly<Record<string, string>>;

/** Starts it with these settings and no others, on a free port where none is given, and waits until it is ready. */
export async function startDesk(settings: Settings, longestMs = LONGEST_START_MS): Promise<StartedDesk> {
  const child = spawnStart(settings);
  const ended = endOf(child);
  let output = "";
  const ready = new Promise<string>((resolve) => {
    child.stdout?.on("data", (piece: Buffer) => {
      output += piece;
      const address = /ready at (\S+)/.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      child.kill();
      reject(new Error(`The desk was not ready in time:\n${output}`));
    }, longestMs);
  });
  const refused = ended.then(({ problems }) => Promise.reject(new Error(problems)));
  const address = await Promise.race([ready, late, refused]).finally(() => clearTimeout(timer));
  return {
    address,
    process: child,
    get output() {
      return output;
    },
    async stop(signal = "SIGTERM") {
      child.kill(signal);
      return ended;
    },
  };
}

/** A start that is expected to come to nothing. */
export function tryToStart(settings: Settings): Promise<Ended> {
  return endOf(spawnStart(settings));
}

function spawnStart(settings: Settings): ChildProcess {
  const { PATH = "", HOME = "/" } = process.env;
  // As if npm had started it: then it ends by itself when whoever runs the tests is killed.
  const env = { PATH, HOME, PORT: "0", LOG_LEVEL: "warn", npm_lifecycle_event: "test", ...settings };
  return spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "pipe"] });
}

async function endOf(child: ChildProcess): Promise<Ended> {
  if (child.stdout === null || child.stderr === null) throw new Error("A start's output is always piped");
  const [output, problems, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { status, output, problems };
}
