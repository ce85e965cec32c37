import { execFile, execFileSync } from "node:child_process";
import { chmodSync, lchownSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { plainEnvironment } from "../config.ts";
import { StartUpError } from "../start-up-error.ts";
import { findBinaries } from "./binaries.ts";

const run = promisify(execFile);
/** "nobody" on Linux. */
const NOBODY = 65_534;

type Tool = "initdb" | "pg_ctl" | "postgres";

/** PostgreSQL's programs, run as someone they agree to run as. */
export interface Tools {
  run(tool: Tool, args: readonly string[]): Promise<string>;
  /** Set where files must belong to another user than ours. */
  readonly owner: number | null;
}

/** PostgreSQL refuses to run as root. As root it runs in a user namespace of its own, or where there are none as nobody. */
export async function findTools(folder: string, options: { readonly userNamespaces?: boolean } = {}): Promise<Tools> {
  const bin = findBinaries();
  const root = process.getuid?.() === 0;
  // What nobody once began, nobody goes on with.
  const given = options.userNamespaces === false || statSync(folder).uid === NOBODY;
  const prefix = root && !given ? userNamespace() : [];
  const owner = root && prefix.length === 0 ? NOBODY : null;
  const env = plainEnvironment({ LC_ALL: "C", LD_LIBRARY_PATH: path.join(bin, "..", "lib") });
  const tools: Tools = {
    owner,
    async run(tool, args) {
      const [file = "", ...rest] = [...prefix, path.join(bin, tool), ...args];
      const who = owner === null ? {} : { uid: owner, gid: owner };
      return (await run(file, rest, { env, cwd: folder, maxBuffer: 1 << 24, ...who })).stdout;
    },
  };
  if (owner !== null) await handOver(folder, owner, path.join(bin, "postgres"));
  return tools;
}

/** Same files, other user number: nothing changes hands, and it works below folders that only root may enter. */
function userNamespace(): readonly string[] {
  const command = ["unshare", "--user", `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, "--"];
  try {
    execFileSync("unshare", [...command.slice(1), "true"], { stdio: "ignore" });
    return command;
  } catch {
    // This kernel or container allows none.
    return [];
  }
}

/** Gives the folder away and looks whether its new owner can get there, and to the programs. */
async function handOver(folder: string, owner: number, program: string): Promise<void> {
  // The data folder is shut to others, and the new tenant has to pass through it.
  const parent = path.dirname(folder);
  const { mode } = statSync(parent);
  if ((mode & 0o001) === 0) chmodSync(parent, mode | 0o011);
  if (statSync(folder).uid !== owner) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      lchownSync(path.join(folder, name), owner, owner);
    }
    lchownSync(folder, owner, owner);
  }
  try {
    await run("sh", ["-c", 'cd "$1" && [ -w . ] && [ -x "$2" ]', "sh", folder, program], {
      uid: owner,
      gid: owner,
      cwd: "/",
    });
  } catch {
    // The shell answers no by its exit code.
    throw new StartUpError(
      `PostgreSQL does not run as root, and the user nobody cannot reach ${folder} or the programs in node_modules. ` +
        "Start as an ordinary user, or set DATABASE_URL.",
    );
  }
}
