import { randomBytes } from "node:crypto";
import { chmod, link, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Config } from "./config.ts";
import { StartUpError, systemCode } from "./start-up-error.ts";

/** The given secret, or the one kept in the data folder, made on the first start and readable by its owner only. */
export async function findAuthSecret(config: Config): Promise<string> {
  if (config.authSecret !== null) return config.authSecret;
  const file = path.join(config.dataDir, "auth-secret");
  const kept = (await readIfThere(file)) ?? (await keepNew(file));
  if (kept.length < 32)
    throw new StartUpError(`${file} does not hold a secret of 32 characters; remove it or set AUTH_SECRET.`);
  return kept;
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    const text = await readFile(file, "utf8");
    await chmod(file, 0o600);
    return text.trim();
  } catch (error) {
    if (systemCode(error) === "ENOENT") return undefined;
    throw new StartUpError(`Cannot read ${file}: ${systemCode(error) ?? String(error)}.`);
  }
}

/** Written whole under another name and then linked, so that of two first starts both end with the same secret. */
async function keepNew(file: string): Promise<string> {
  const draft = `${file}.${process.pid}.${randomBytes(4).toString("hex")}`;
  const fresh = randomBytes(32).toString("base64url");
  await writeFile(draft, `${fresh}\n`, { mode: 0o600, flag: "wx" });
  try {
    await link(draft, file);
    return fresh;
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    return (await readFile(file, "utf8")).trim();
  } finally {
    await rm(draft, { force: true });
  }
}
