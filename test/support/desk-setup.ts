import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startDesk } from "./start-desk.ts";

/** It fills itself while every other test runs beside it. */
const LONGEST_START_MS = 300_000;

declare module "vitest" {
  interface ProvidedContext {
    /** Where the demo desk of this run answers, once it is up. */
    demoDesk: string;
  }
}

/**
 * One demo desk for all stories in the browser, as `npm start` runs it, on a folder and a port of its own. It comes up
 * while the other tests begin; whoever needs it waits for it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "redress-demo-"));
  const port = await freePort();
  project.provide("demoDesk", `http://localhost:${port}`);
  const starting = startDesk(
    { DATA_DIR: dataDir, PORT: String(port), REDRESS_DEMO: "true", TRUST_PROXY: "true" },
    LONGEST_START_MS,
  );
  // The stories then fail too, but only this knows why.
  starting.catch((error: unknown) => console.error("The demo desk did not start:", error));
  return async () => {
    const desk = await starting.catch(() => null);
    await desk?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
