import { constants, existsSync } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import path from "node:path";
import { StartUpError, systemCode } from "./start-up-error.ts";

/** Makes the data folder where it is missing; only its owner may look inside. */
export async function openDataDir(folder: string): Promise<void> {
  try {
    await makeFolder(folder, 0o700);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartUpError(
      `Cannot write to the data folder ${folder} (${systemCode(error) ?? String(error)}). Set DATA_DIR to one that can be written.`,
    );
  }
}

/** Step by step: Node's own recursive mkdir never returns where a file system answers that the parent is missing (/proc does). */
async function makeFolder(folder: string, mode: number): Promise<void> {
  try {
    await mkdir(folder, mode);
  } catch (error) {
    if (systemCode(error) === "EEXIST" && (await stat(folder)).isDirectory()) return;
    const parent = path.dirname(folder);
    if (systemCode(error) !== "ENOENT" || existsSync(parent) || parent === folder) throw error;
    await makeFolder(parent, 0o755);
    await mkdir(folder, mode);
  }
}
