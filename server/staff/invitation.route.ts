import type { FastifyInstance } from "fastify";
import type { Db } from "../platform/database/database.ts";
import type { Login } from "../platform/login/login.ts";
import { passwordLength } from "../platform/login/login-settings.ts";
import type { WallClock } from "../platform/wall-clock.ts";
import { acceptInvitation, invited } from "./actions/accept-invitation.ts";

interface Joining {
  readonly token: string;
  readonly password: string;
}

const text = (longest: number, shortest = 1) => ({ type: "string", minLength: shortest, maxLength: longest }) as const;
const token = text(100);

/**
 * `POST /api/join/look`: whom an invitation's link is for. `POST /api/join`: they choose their password, once.
 * The token travels in the body, so that it stands in no log of addresses.
 */
export function invitationRoutes(desk: { readonly db: Db; readonly login: Login; readonly clock: WallClock }) {
  return async (app: FastifyInstance): Promise<void> => {
    const gone = { code: "NO_INVITATION", message: "This invitation was used, withdrawn or has expired." };
    const looking = { type: "object", required: ["token"], properties: { token } };
    app.post<{ Body: Pick<Joining, "token"> }>(
      "/api/join/look",
      { schema: { body: looking } },
      async (request, reply) => {
        const found = await invited(desk.db, request.body.token, desk.clock.now()).executeTakeFirst();
        if (found === undefined) return reply.code(404).send(gone);
        return { email: found.email, name: found.name, role: found.role };
      },
    );
    const joining = {
      type: "object",
      required: ["token", "password"],
      properties: { token, password: text(passwordLength.most, passwordLength.least) },
    };
    app.post<{ Body: Joining }>("/api/join", { schema: { body: joining } }, async (request, reply) => {
      const answer = await acceptInvitation(desk, request.body, desk.clock.now());
      return answer === "JOINED" ? { code: "JOINED" } : reply.code(404).send(gone);
    });
  };
}
