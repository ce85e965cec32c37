import type { FastifyInstance } from "fastify";
import { registry } from "./metrics.ts";

/** Figures for Prometheus. They hold no personal data, but a proxy should keep them inside. */
export async function metricsRoute(app: FastifyInstance): Promise<void> {
  app.get("/metrics", async (_request, reply) => reply.type(registry.contentType).send(await registry.metrics()));
}
