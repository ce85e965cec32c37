import { constants } from "node:fs";
import { access, mkdir } from "node:fs/promises";
import path from "node:path";
import { StartUpError, systemCode } from "./start-up-error.ts";

/** Makes the data folder where it is missing; only its owner may look inside. */
export async function openDataDir(folder: string): Promise<void> {
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartUpError(
      `Cannot write to the data folder ${folder} (${systemCode(error) ?? String(error)}). Set DATA_DIR to one that can be written.`,
    );
  }
}
