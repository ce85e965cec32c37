import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Ask } from "../graphql/ask-schema.ts";
import { localeOf } from "../graphql/locale.ts";
import type { RequestContext } from "../request-context.ts";
import { readSampleReport } from "./queries/read-sample-report.ts";

interface Asked {
  readonly Params: { readonly id: string };
  readonly Querystring: { readonly lang?: string };
}

/** `GET /audit/samples/:id/report.pdf?lang=`: a sample's review on paper, for auditors. Absent and not theirs answer alike. */
export function sampleReportRoutes(ask: Ask, contextOf: (request: FastifyRequest) => Promise<RequestContext>) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<Asked>("/audit/samples/:id/report.pdf", async (request, reply) => {
      const asker = await contextOf(request);
      const { lang } = request.query;
      const ctx = { ...asker, locale: lang === undefined ? asker.locale : localeOf(lang) };
      const mayAsk = ctx.actor.id !== null && ctx.actor.permissions.has("audit.read");
      const report = mayAsk ? await readSampleReport(ask, ctx, request.params.id) : null;
      if (report === null) return reply.code(404).send({ code: "NOT_FOUND" });
      // What draws PDF is large, and needed seldom.
      const { drawSampleReport } = await import("./pages/sample-report-pdf.ts");
      return reply
        .header("content-type", "application/pdf")
        .header("content-disposition", 'attachment; filename="sample-report.pdf"')
        .header("x-content-type-options", "nosniff")
        .header("cache-control", "no-store")
        .send(await drawSampleReport(report, ctx.locale, ctx.clock.now()));
    });
  };
}
