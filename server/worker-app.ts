import fastify, { type FastifyInstance } from "fastify";
import { healthRoutes } from "./platform/http/health.route.ts";
import { metricsRoute } from "./platform/http/metrics.route.ts";
import { watchRequests } from "./platform/http/watch-requests.ts";
import type { House } from "./request-context.ts";

/** What a worker serves: how it is, and nothing of the desk. */
export async function buildWorkerApp(house: House): Promise<FastifyInstance> {
  const app = fastify({ logger: false });
  watchRequests(app, house.log);
  await app.register(healthRoutes(house));
  await app.register(metricsRoute);
  return app;
}
