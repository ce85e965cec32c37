import { describeError } from "../platform/describe-error.ts";
import { findProcess } from "../platform/process-identity.ts";

const POLL_MS = 400;
/** Ctrl-C reaches us from the terminal and once more through npm; those two are one. */
const SAME_SIGNAL_MS = 300;

/** Whether this process is to end, and when. */
export interface Stop {
  readonly asked: boolean;
  readonly wait: Promise<void>;
}

/**
 * Hears Ctrl-C, SIGTERM, a closed terminal, an error that nobody caught, and the death of the npm that started us, which
 * takes its shell along and tells nobody else. A second signal does not wait for a clean end.
 */
export function watchForStop(startedByNpm: boolean): Stop {
  let askedAt: number | null = null;
  const { promise, resolve } = Promise.withResolvers<void>();
  function ask(): void {
    askedAt ??= Date.now();
    resolve();
  }
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (askedAt !== null && Date.now() - askedAt > SAME_SIGNAL_MS) process.exit(1);
      ask();
    });
  }
  process.on("uncaughtException", (error) => {
    console.error(JSON.stringify({ level: "fatal", msg: "nobody caught this", err: describeError(error) }));
    process.exitCode = 1;
    ask();
  });
  if (startedByNpm) void watchNpm(ask);
  return {
    get asked() {
      return askedAt !== null;
    },
    wait: promise,
  };
}

/** npm runs a script through a shell: where npm was killed outright, the shell lives on and only its parent has changed. */
async function watchNpm(gone: () => void): Promise<void> {
  const before = await npmsPlace();
  const watch = setInterval(async () => {
    if ((await npmsPlace()) === before) return;
    clearInterval(watch);
    gone();
  }, POLL_MS);
  watch.unref();
}

async function npmsPlace(): Promise<string> {
  const parent = await findProcess(process.ppid);
  const shell = parent !== null && /^\S*sh -c /.test(parent.commandLine);
  return shell ? `${process.ppid} ${parent.parent}` : String(process.ppid);
}
