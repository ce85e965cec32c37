import { randomUUID } from "node:crypto";
import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { ourMistake } from "../../kernel/our-mistake.ts";
import type { Log } from "../log-line.ts";
import { answered } from "./metrics.ts";

/** Asked every few seconds by machines, or in dozens by every page; worth a line only to whoever looks for them. */
const QUIET_ROUTES = /^\/(healthz|readyz|metrics|assets\/.*)$/;

/**
 * Counts and logs every answer, and answers what went wrong on the way: a fault of the caller's in plain words, a fault of
 * ours with nothing of the inside and a reference under which it is logged. GraphQL answers its own errors before this.
 */
export function watchRequests(app: FastifyInstance, log: Log): void {
  app.addHook("onSend", async (request, reply) => {
    reply.header("x-request-id", request.id);
  });
  app.addHook("onResponse", async (request, reply) => {
    const { elapsedTime, statusCode: status } = reply;
    const { method, id: requestId } = request;
    const route = routeOf(request);
    answered.observe({ method, route, status }, elapsedTime / 1000);
    const line = { requestId, method, route, status, durationMs: Math.round(elapsedTime * 10) / 10 };
    if (QUIET_ROUTES.test(route)) log.debug(line, "answered");
    else log.info(line, "answered");
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ code: error.code ?? "BAD_REQUEST", message: error.message });
    const reference = randomUUID();
    log.error(
      { err: error, reference, requestId: request.id, route: routeOf(request) },
      "a request failed by our own mistake",
    );
    return reply.code(500).send({
      code: "INTERNAL_SERVER_ERROR",
      message: ourMistake(reference),
      reference,
    });
  });
}

/** The pattern under which it was found; an address that we do not have is none of our routes. */
function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? "none";
}
