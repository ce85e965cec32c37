import type { FastifyInstance } from "fastify";

/**
 * A machine knows itself by several names, and a browser takes each for another place: cookies and the check of a
 * page's origin hold for one. Whoever opens a page under this machine's other names is sent to the one that holds.
 */
export function keepToOneAddress(app: FastifyInstance, publicUrl: string): void {
  const { hostname, port } = new URL(publicUrl);
  if (hostname !== "localhost") return;
  const others: readonly (string | undefined)[] = [`127.0.0.1:${port}`, `[::1]:${port}`];
  app.addHook("onRequest", async (request, reply) => {
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (wantsPage && others.includes(request.headers.host)) return reply.redirect(`${publicUrl}${request.url}`, 307);
  });
}
