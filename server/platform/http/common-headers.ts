import type { FastifyInstance } from "fastify";

const secondsOfAYear = 31_536_000;
const ofOneReader = /^\/(?:api|graphql)\b/;

/**
 * What every answer says, whatever its route adds: its type is never guessed, and an address that was served by TLS is
 * asked for by nothing else. What log-in answers holds sessions, and what the API answers is one reader's: it stays in no cache.
 */
export function addCommonHeaders(app: FastifyInstance, publicUrl: string): void {
  const isSecure = publicUrl.startsWith("https:");
  app.addHook("onRequest", async (request, reply) => {
    reply.header("x-content-type-options", "nosniff");
    if (isSecure) reply.header("strict-transport-security", `max-age=${secondsOfAYear}`);
    if (ofOneReader.test(request.url)) reply.header("cache-control", "no-store");
  });
}
