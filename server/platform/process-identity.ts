import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/** A living process, told apart from a later one that was given the same number. */
export interface RunningProcess {
  readonly identity: string;
  readonly commandLine: string;
  readonly parent: number;
}

/** Null where no such process lives; a zombie does not. */
export async function findProcess(pid: number): Promise<RunningProcess | null> {
  return process.platform === "linux" ? findInProc(pid) : findByPs(pid);
}

/** Read from /proc, since `ps` is missing from small container images. */
async function findInProc(pid: number): Promise<RunningProcess | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The second field is the program's name in brackets and may hold anything; the counting starts after it.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return null;
    const commandLine = (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    return { identity: `${pid}-${fields[19]}`, commandLine, parent: Number(fields[1]) };
  } catch {
    // Gone, possibly between the two reads.
    return null;
  }
}

async function findByPs(pid: number): Promise<RunningProcess | null> {
  try {
    const { stdout } = await run("ps", ["-ww", "-o", "stat=,ppid=,lstart=,args=", "-p", String(pid)]);
    const [state, parent, ...rest] = stdout.trim().split(/\s+/);
    if (state === undefined || state.startsWith("Z")) return null;
    return {
      identity: `${pid}-${rest.slice(0, 5).join("-").replaceAll(":", ".")}`,
      commandLine: rest.slice(5).join(" "),
      parent: Number(parent),
    };
  } catch {
    // `ps` ends with 1 where there is no such process.
    return null;
  }
}
