import type { FastifyInstance } from "fastify";
import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** `/healthz`: the process answers. `/readyz`: it can do its work, which takes a database that answers within a second. */
export function healthRoutes({ db }: { readonly db: Db }) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get("/healthz", async () => ({ status: "ok" }));
    app.get("/readyz", async (_request, reply) => {
      const answered = await Promise.race([
        ask(db),
        new Promise<false>((resolve) => setTimeout(resolve, 1000, false).unref()),
      ]);
      return reply
        .code(answered ? 200 : 503)
        .send({ status: answered ? "ready" : "not ready", database: answered ? "ok" : "does not answer" });
    });
  };
}

async function ask(db: Db): Promise<boolean> {
  try {
    await sql`select 1`.execute(db);
    return true;
  } catch {
    // The answer to whoever asks is just this: not ready.
    return false;
  }
}
