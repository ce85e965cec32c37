import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Db } from "../platform/database/database.ts";
import type { Login } from "../platform/login/login.ts";
import { clientAddressHeader } from "../platform/login/login-options.ts";
import { endDeadSessions } from "./actions/end-dead-sessions.ts";

/** All of log-in that is open to the network. What is not here answers as if it did not exist. */
const openPaths: Readonly<Record<string, "GET" | "POST">> = {
  "/sign-in/email": "POST",
  "/sign-in/social": "POST",
  "/callback/oidc": "GET",
  "/sign-out": "POST",
  "/get-session": "GET",
  "/list-sessions": "GET",
  "/revoke-session": "POST",
  "/revoke-other-sessions": "POST",
  "/revoke-sessions": "POST",
  "/change-password": "POST",
  "/two-factor/enable": "POST",
  "/two-factor/disable": "POST",
  "/two-factor/verify-totp": "POST",
  "/two-factor/verify-backup-code": "POST",
  "/two-factor/generate-backup-codes": "POST",
};
const BASE = "/api/auth";
const LARGEST_BODY = 16_384;

/** Signing in and out, sessions and the second factor, under `/api/auth/`; `ways` says what the sign-in page is to offer. */
export function loginRoutes(desk: { readonly db: Db; readonly login: Login }) {
  return async (app: FastifyInstance): Promise<void> => {
    // Log-in reads its bodies by itself, and judges their type.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: LARGEST_BODY }, (_request, body, done) =>
      done(null, body),
    );
    app.get(`${BASE}/ways`, async () => ({ password: true, company: desk.login.oidcName }));
    app.route({
      method: ["GET", "POST"],
      url: `${BASE}/*`,
      handler: async (request, reply) => {
        const path = new URL(request.url, desk.login.publicUrl).pathname.slice(BASE.length);
        if (openPaths[path] !== request.method)
          return reply.code(404).send({ code: "NOT_FOUND", message: "There is nothing here." });
        if (holdsNul(request))
          return reply.code(400).send({ code: "INVALID_TEXT", message: "A text holds a NUL character." });
        await endDeadSessions(desk.db, desk.login.limits, new Date());
        return send(reply, await desk.login.answer(toRequest(request, desk.login.publicUrl)));
      },
    });
  };
}

function toRequest(request: FastifyRequest, publicUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  headers.set(clientAddressHeader, request.ip);
  const body = bodyOf(request);
  return new Request(new URL(request.url, publicUrl), {
    method: request.method,
    headers,
    ...(body !== null && { body }),
  });
}

async function send(reply: FastifyReply, response: Response): Promise<FastifyReply> {
  reply.code(response.status);
  for (const [name, value] of response.headers) if (name !== "set-cookie") reply.header(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) reply.header("set-cookie", cookies);
  return reply.send(Buffer.from(await response.arrayBuffer()));
}

/** PostgreSQL keeps no NUL in a text; log-in would only find out there. */
function holdsNul(request: FastifyRequest): boolean {
  const body = bodyOf(request)?.toString("latin1") ?? "";
  return /%00/.test(request.url) || body.includes("\0") || /\\u0000/i.test(body);
}

function bodyOf(request: FastifyRequest): Buffer<ArrayBuffer> | null {
  return Buffer.isBuffer(request.body) && request.body.length > 0 ? Buffer.from(request.body) : null;
}
