import type { ServerResponse } from "node:http";
import type { FastifyInstance } from "fastify";

/** How long a request under way may take to finish when the server ends. */
const LONGEST_FINISH_MS = 10_000;

/**
 * A server that ends waits for its answers to be finished, and a stream of events never is: those are ended at once, whose
 * listeners come back by themselves, to the next server. Whatever else takes too long is cut.
 */
export function endStreams(app: FastifyInstance): void {
  const streams = new Set<ServerResponse>();
  app.addHook("onRequest", async (request, { raw }) => {
    if (!(request.headers.accept ?? "").includes("text/event-stream")) return;
    streams.add(raw);
    raw.once("close", () => streams.delete(raw));
  });
  app.addHook("preClose", async () => {
    for (const raw of streams) raw.end();
    setTimeout(() => app.server.closeAllConnections(), LONGEST_FINISH_MS).unref();
  });
}
