import path from "node:path";
import { freePort } from "../load/bench-desk.ts";
import { startTestApi, type TestApi } from "./api.ts";

const consoleFolder = path.resolve(import.meta.dirname, "..", "..", "dist", "web");

/** A desk for browsers whose time a story can move on, over a database of its own. The console must have been built. */
export interface ClockDesk extends TestApi {
  readonly address: string;
}

export async function openClockDesk(): Promise<ClockDesk> {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const api = await startTestApi({ forBrowsers: { address, consoleFolder } });
  await api.app.listen({ host: "localhost", port });
  return { ...api, address };
}
