import { type ChildProcess, fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { type Result, refused } from "../../kernel/result.ts";
import { atMost } from "../../platform/at-most.ts";
import { plainEnvironment } from "../../platform/config.ts";
import type { FileProblem } from "../domain/file-problem.ts";

export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Far beyond what the largest file takes that anybody made to be read. */
const bounds: Bounds = { seconds: 10, megabytes: 384 };
/** How long the program itself may take to be there. */
const startSeconds = 30;

/** Beside this file; in the bundle, under the name that the build gives it. */
const program = new URL(import.meta.url.endsWith(".ts") ? "bare-pdf.child.ts" : "bare-pdf.js", import.meta.url);

/** Each that waits holds a file. */
const inTurn = atMost(2, 8);

/**
 * A stranger's PDF is read in a process of its own, which ends with it: one that fills the memory ends the process that it is
 * in, whichever thread reads it, and one that never ends is felt by nobody else.
 */
export function barePdfApart(
  bytes: Uint8Array,
  within: Bounds = bounds,
): Promise<Result<Uint8Array, FileProblem>> | Result<never, FileProblem> {
  return inTurn(() => inChild(bytes, within)) ?? refused({ code: "BUSY" });
}

async function inChild(bytes: Uint8Array, { seconds, megabytes }: Bounds): Promise<Result<Uint8Array, FileProblem>> {
  const child = fork(program, [String(process.pid)], {
    // What the library says about odd files is for whoever debugs it, and would fill our log.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
    serialization: "advanced",
    execArgv: [`--max-old-space-size=${megabytes}`],
    env: plainEnvironment(),
  });
  try {
    const ready = await nextFrom(child, startSeconds);
    if (ready === "LATE") return refused({ code: "BUSY" });
    if (ready === "ENDED") throw new Error(`The program that reads PDFs did not start (${child.exitCode})`);
    const answer = nextFrom(child, seconds);
    // Where it dies of the file, `answer` says so.
    child.send(bytes, () => undefined);
    const told = await answer;
    return typeof told === "string" ? refused({ code: "TOO_INTRICATE" }) : (told as Result<Uint8Array, FileProblem>);
  } finally {
    child.kill("SIGKILL");
  }
}

/** What it says next; ENDED: nothing any more; LATE: nothing in this time. */
async function nextFrom(child: ChildProcess, seconds: number): Promise<unknown> {
  const over = new AbortController();
  try {
    return await Promise.race([
      new Promise<unknown>((resolve, reject) => {
        child.once("message", resolve);
        child.once("exit", () => resolve("ENDED"));
        child.on("error", reject);
      }),
      sleep(seconds * 1000, "LATE", { signal: over.signal }),
    ]);
  } finally {
    over.abort();
  }
}
