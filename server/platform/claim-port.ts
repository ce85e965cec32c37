import { createServer } from "node:http";
import { StartUpError, systemCode } from "./start-up-error.ts";

/** A port that nobody else can take any more, until it is let go for the desk itself. */
export interface ClaimedPort {
  readonly port: number;
  release(): Promise<void>;
}

/**
 * Takes the port before anything is built or started, so that a second start beside this one fails at once and not at its
 * end; gives a free one where 0 asks for any. Who calls meanwhile hears that the desk is coming.
 */
export async function claimPort(host: string, port: number): Promise<ClaimedPort> {
  const holder = createServer((_request, response) => {
    response.writeHead(503, { "retry-after": "5", connection: "close", "content-type": "text/plain; charset=utf-8" });
    response.end("Redress is starting. 正在启动。\n");
  });
  try {
    await new Promise<void>((resolve, reject) => holder.once("error", reject).listen(port, host, resolve));
  } catch (error) {
    throw portProblem(error, host, port);
  }
  const found = holder.address();
  return {
    port: typeof found === "object" && found !== null ? found.port : port,
    release: () =>
      new Promise((resolve) => {
        holder.close(() => resolve());
        holder.closeAllConnections();
      }),
  };
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
