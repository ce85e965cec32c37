import path from "node:path";
import { fileURLToPath } from "node:url";
import type { ReadyConfig } from "../platform/config.ts";
import type { Providers } from "./provider.ts";
import { simulatedAcquirer } from "./simulated-acquirer.ts";
import { startSimulator } from "./simulator/start-simulator.ts";

export interface Acquirer {
  readonly providers: Providers;
  stop(): Promise<void>;
}

/** The acquirer that refunds go to: the one at the configured address, else a simulated one started beside us. */
export async function reachAcquirer({
  acquirerUrl,
  dataDir,
}: Pick<ReadyConfig, "acquirerUrl" | "dataDir">): Promise<Acquirer> {
  if (acquirerUrl !== null)
    return {
      providers: { "simulated-acquirer": simulatedAcquirer({ url: acquirerUrl }) },
      stop: async () => undefined,
    };
  const simulator = await startSimulator({
    bookFile: path.join(dataDir, "acquirer-book.jsonl"),
    program: fileURLToPath(new URL("simulator.js", import.meta.url)),
  });
  return { providers: { "simulated-acquirer": simulatedAcquirer(simulator) }, stop: () => simulator.stop() };
}
