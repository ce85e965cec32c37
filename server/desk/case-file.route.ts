import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Ask } from "../graphql/ask-schema.ts";
import { localeOf } from "../graphql/locale.ts";
import type { RequestContext } from "../request-context.ts";
import { readCaseFile } from "./queries/read-case-file.ts";

interface Asked {
  readonly Params: { readonly number: string };
  readonly Querystring: { readonly lang?: string };
}

/** `GET /cases/:number/file.pdf?lang=`: a whole case on paper, for staff with the case in sight. Absent and not theirs answer alike. */
export function caseFileRoutes(ask: Ask, contextOf: (request: FastifyRequest) => Promise<RequestContext>) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<Asked>("/cases/:number/file.pdf", async (request, reply) => {
      const asker = await contextOf(request);
      const { lang } = request.query;
      const ctx = { ...asker, locale: lang === undefined ? asker.locale : localeOf(lang) };
      const mayAsk = ctx.actor.id !== null && ctx.actor.permissions.has("case.read");
      const file = mayAsk ? await readCaseFile(ask, ctx, request.params.number) : null;
      if (file === null) return reply.code(404).send({ code: "NOT_FOUND" });
      // What draws PDF is large, and needed seldom.
      const { drawCaseFile } = await import("./pages/case-file-pdf.ts");
      return reply
        .header("content-type", "application/pdf")
        .header("content-disposition", `attachment; filename="${file.number}.pdf"`)
        .header("x-content-type-options", "nosniff")
        .header("cache-control", "no-store")
        .send(await drawCaseFile(file, ctx.locale, { desk: await ctx.settings.current(), at: ctx.clock.now() }));
    });
  };
}
