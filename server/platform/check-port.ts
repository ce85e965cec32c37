import { createServer } from "node:net";
import { StartUpError, systemCode } from "./start-up-error.ts";

/** Fails early where nobody could listen, before a database is started for it; gives a free port where 0 asks for any. */
export async function checkPort(host: string, port: number): Promise<number> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => probe.once("error", reject).listen(port, host, resolve));
    const found = probe.address();
    return typeof found === "object" && found !== null ? found.port : port;
  } catch (error) {
    throw portProblem(error, host, port);
  } finally {
    await new Promise<void>((resolve) => probe.close(() => resolve()));
  }
}

/** Why a server could not listen, for whoever started it. */
export function portProblem(error: unknown, host: string, port: number): unknown {
  const code = systemCode(error);
  if (code === "EADDRINUSE")
    return new StartUpError(`Port ${port} is taken by another program. Set PORT to a free one.`);
  if (code === "EACCES") return new StartUpError(`Port ${port} is not ours to use. Set PORT to one above 1023.`);
  if (code === "ENOTFOUND" || code === "EADDRNOTAVAIL")
    return new StartUpError(`HOST ${host} is not an address of this machine.`);
  return error;
}
