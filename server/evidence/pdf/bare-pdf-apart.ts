import { Worker } from "node:worker_threads";
import { type Result, refused } from "../../kernel/result.ts";
import { atMost } from "../../platform/at-most.ts";
import type { FileProblem } from "../domain/file-problem.ts";

export interface Bounds {
  readonly seconds: number;
  readonly megabytes: number;
}

/** Far beyond what the largest file takes that anybody made to be read. */
const bounds: Bounds = { seconds: 20, megabytes: 384 };

/** Beside this file; in the bundle, under the name that the build gives it. */
const program = new URL(import.meta.url.endsWith(".ts") ? "bare-pdf.worker.ts" : "bare-pdf.js", import.meta.url);

const twoAtOnce = atMost(2);

/**
 * A stranger's PDF is read in a thread of its own, which ends with it: neither a file that never ends nor one that fills the
 * memory is felt by anybody else.
 */
export function barePdfApart(bytes: Uint8Array, within: Bounds = bounds): Promise<Result<Uint8Array, FileProblem>> {
  return twoAtOnce(() => inThread(bytes, within));
}

async function inThread(bytes: Uint8Array, { seconds, megabytes }: Bounds): Promise<Result<Uint8Array, FileProblem>> {
  // What the library says about odd files is for whoever debugs it, and would fill our log.
  const quiet = { stdout: true, stderr: true };
  const worker = new Worker(program, {
    ...quiet,
    workerData: bytes,
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });
  const { promise, resolve, reject } = Promise.withResolvers<Result<Uint8Array, FileProblem>>();
  const tooMuch = () => resolve(refused({ code: "FILE_DAMAGED" }));
  const timer = setTimeout(tooMuch, seconds * 1000);
  worker.once("message", resolve);
  worker.once("error", (error) => (isOutOfMemory(error) ? tooMuch() : reject(error)));
  worker.once("exit", (code) => reject(new Error(`The thread that reads PDFs ended without an answer (${code})`)));
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const isOutOfMemory = (error: unknown) =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
