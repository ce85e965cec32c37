import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { pageHeaders, pdfWorkerHeaders } from "./page-headers.ts";

/** Built files never change under their name, which carries their content's hash; the pages that name them always may. */
export function consoleRoutes(folder: string) {
  return async (app: FastifyInstance): Promise<void> => {
    await app.register(fastifyStatic, {
      root: folder,
      index: false,
      // One route a file: a wildcard answers folders, the first page among them, with 403.
      wildcard: false,
      setHeaders: (reply, path) => {
        reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache");
        if (path.includes("/pdf.worker"))
          for (const [name, value] of Object.entries(pdfWorkerHeaders)) reply.header(name, value);
      },
    });
    app.setNotFoundHandler((request, reply) => {
      const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
      if (wantsPage) return reply.code(200).headers(pageHeaders).sendFile("index.html");
      return reply.code(404).send({ code: "NOT_FOUND", message: "There is nothing here." });
    });
  };
}
