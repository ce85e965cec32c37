import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.ts";

const require = createRequire(import.meta.url);
const font = "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";

/** A real Chromium that draws Chinese, whatever fonts the machine has, and that calls nobody but the pages it is sent to. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, libraryPath } = await findChromium();
  const env: Record<string, string> = { FONTCONFIG_FILE: await writeFontConfig() };
  for (const name of ["PATH", "HOME", "TMPDIR", "LANG"]) {
    const value = process.env[name];
    if (value !== undefined) env[name] = value;
  }
  if (libraryPath !== undefined) env["LD_LIBRARY_PATH"] = libraryPath;
  return chromium.launch({
    executablePath,
    env,
    args: [
      // Containers allow Chromium no sandbox of its own; it is shown our own pages only.
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-quic",
      "--no-first-run",
      "--font-render-hinting=none",
      // Several browsers share few processors: threads that V8 runs beside a page's own take them from one another, and from
      // the desk. A sixth of the CPU of a page that is read by axe, and a third of what the kernel spends on it. No page of a
      // test lives long enough to earn back what V8's last compiler costs: another sixth.
      "--js-flags=--single-threaded --no-turbofan",
    ],
  });
}

async function writeFontConfig(): Promise<string> {
  const folder = path.join(tmpdir(), `redress-fonts-${process.getuid?.() ?? 0}`);
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, "fonts.conf");
  const fonts = path.resolve(path.dirname(require.resolve(font)), "..");
  await writeFile(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<dir>${fonts}/400Regular</dir><dir>${fonts}/500Medium</dir><dir>${fonts}/600SemiBold</dir><dir>${fonts}/700Bold</dir>
<dir>/usr/share/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>
`,
  );
  return file;
}
