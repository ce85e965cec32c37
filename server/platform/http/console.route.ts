import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";

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
      },
    });
    // The customer's pages are an entry of their own, without the console's libraries.
    // Reading the code of a slip takes machine code of our own (WebAssembly): allowed where slips are read, and nowhere else.
    app.get("/r/new", (_request, reply) => reply.headers(formHeaders).sendFile("customer.html"));
    app.get("/r/*", (_request, reply) => reply.headers(pageHeaders).sendFile("customer.html"));
    app.setNotFoundHandler((request, reply) => {
      const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
      if (wantsPage) return reply.code(200).headers(pageHeaders).sendFile("index.html");
      return reply.code(404).send({ code: "NOT_FOUND", message: "There is nothing here." });
    });
  };
}

/** Nothing from elsewhere, no frames around us, no guessing of types, and no address handed on: it can hold a private link. */
const rules =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
const pageHeaders = {
  "content-security-policy": rules,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cross-origin-opener-policy": "same-origin",
};
const formHeaders = { ...pageHeaders, "content-security-policy": `${rules}; script-src 'self' 'wasm-unsafe-eval'` };
