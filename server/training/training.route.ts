import { stringify } from "csv-stringify/sync";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { rowId } from "../graphql/ids.ts";
import { localeOf, localised } from "../graphql/locale.ts";
import { deskDay } from "../kernel/desk-day.ts";
import { plainPagePolicy } from "../kernel/plain-page.ts";
import { forSpreadsheets } from "../platform/csv/for-spreadsheets.ts";
import type { BilingualText } from "../policies/domain/policy-content.ts";
import type { House, RequestContext } from "../request-context.ts";
import { roleNames } from "../staff/domain/role-names.ts";
import { staffRoles } from "../staff/domain/roles.ts";
import { cellInWords, matrixHeadings } from "./domain/matrix-words.ts";
import { isValidOn } from "./domain/validity.ts";
import { verifyPage } from "./domain/verify-page.ts";
import { findCertificate, findCertificateOfRecord } from "./queries/find-certificate.ts";
import { matrixColumns, matrixRows } from "./queries/training-matrix.ts";

export interface TrainingRouteParts {
  readonly house: House;
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Where a certificate is confirmed: printed on it. */
  readonly publicUrl: string;
}

/**
 * `GET /training/certificates/:id.pdf`: a certificate, for its holder and whoever watches over training.
 * `GET /training/matrix.csv?lang=…`: the matrix, safe to open in a spreadsheet.
 * `GET /verify/:code`: whether a certificate is ours, for everyone; it tells name and course, and nothing else.
 */
export function trainingRoutes({ house, contextOf, publicUrl }: TrainingRouteParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<{ Params: { id: string } }>("/training/certificates/:id.pdf", async (request, reply) => {
      const ctx = await contextOf(request);
      const id = rowId(request.params.id, "TrainingRecord");
      const found = id === null ? null : await findCertificateOfRecord(ctx.db, ctx.actor, id);
      if (found === null) return reply.code(404).send({ code: "NOT_FOUND" });
      // What draws PDF is large, and needed seldom.
      const { drawCertificate } = await import("./actions/draw-certificate.ts");
      return reply
        .header("content-type", "application/pdf")
        .header("content-disposition", `attachment; filename="${found.code}.pdf"`)
        .header("cache-control", "no-store")
        .send(await drawCertificate(found, `${publicUrl}/verify/${found.code}`));
    });
    app.get<{ Querystring: { role?: string; lang?: string } }>("/training/matrix.csv", async (request, reply) => {
      const { role, lang } = request.query;
      const asker = await contextOf(request);
      const ctx = { ...asker, locale: lang === undefined ? asker.locale : localeOf(lang) };
      if (!ctx.actor.permissions.has("training.read")) return reply.code(404).send({ code: "NOT_FOUND" });
      return sendMatrix(ctx, reply, role);
    });
    app.get<{ Params: { code: string }; Querystring: { lang?: string } }>("/verify/:code", async (request, reply) => {
      const locale = localeOf(request.query.lang ?? request.headers["accept-language"]);
      const code = request.params.code.toUpperCase();
      // PostgreSQL keeps no NUL, so it has no such code.
      const found = code.includes("\0") ? null : await findCertificate(house.db, code);
      const isValid = found !== null && isValidOn(found, deskDay(house.clock.now()));
      return reply
        .code(found === null ? 404 : 200)
        .header("content-type", "text/html; charset=utf-8")
        .header("content-security-policy", plainPagePolicy)
        .header("x-content-type-options", "nosniff")
        .header("cache-control", "no-store")
        .send(verifyPage(found, isValid, await house.settings.current(), locale));
    });
  };
}

/**
 * In the reader's language, with a mark by which Excel knows UTF-8, and what a spreadsheet would take for a formula made
 * harmless.
 */
async function sendMatrix(ctx: RequestContext, reply: FastifyReply, asked: string | undefined): Promise<FastifyReply> {
  const role = staffRoles.find((known) => known === asked) ?? null;
  const day = deskDay(ctx.clock.now());
  const [columns, rows] = [await matrixColumns(ctx.db), await matrixRows(ctx.db, day, role)];
  const inWords = (text: BilingualText) => localised(text, ctx.locale);
  const header = [matrixHeadings.name, matrixHeadings.role, matrixHeadings.gaps, ...columns.map(({ title }) => title)];
  const lines = rows.map(({ name, role: of, gaps, cells }) => [
    name,
    inWords(roleNames[of]),
    String(gaps),
    ...cells.split(",").map((cell) => inWords(cellInWords(cell))),
  ]);
  const csv = stringify([header.map(inWords), ...lines], forSpreadsheets);
  return reply
    .header("content-type", "text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="training-matrix-${day}.csv"`)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "no-store")
    .send(csv);
}
