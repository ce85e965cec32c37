import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { MediaType } from "../evidence/domain/media-types.ts";
import { type EvidenceRow, findEvidence, getEvidenceContent } from "../evidence/queries/find-evidence.ts";
import { rowId } from "../graphql/ids.ts";
import { isId } from "../kernel/ids.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import { accessNoted } from "./queries/access-noted.ts";

const notThere: Readonly<Record<Locale, string>> = {
  "zh-CN": "找不到该文件，或您无权查看。",
  en: "There is no such file, or it is not yours to see.",
};

/**
 * `GET /evidence/:id`: a file for whoever may see it, to be saved; with `?preview` to be shown in the page. Absent and
 * not theirs answer alike.
 */
export function evidenceDownloadRoutes(contextOf: (request: FastifyRequest) => Promise<RequestContext>) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<{ Params: { id: string }; Querystring: { preview?: string } }>("/evidence/:id", async (request, reply) => {
      const ctx = await contextOf(request);
      const { id: text } = request.params;
      const id = isId(text) ? text : rowId(text, "Evidence");
      const found = id === null ? undefined : await findEvidence(ctx.db, ctx.actor, id);
      if (found === undefined) return reply.code(404).send({ code: "NOT_FOUND", message: notThere[ctx.locale] });
      const etag = `"${found.sha256}"`;
      reply.headers(headersOf(found, request.query.preview !== undefined)).header("etag", etag);
      if (isKnown(request.headers["if-none-match"], etag)) return reply.code(304).send();
      await ctx.loaders.load(accessNoted, { caseId: found.case_id, kind: "EVIDENCE" });
      return send(reply, found, await getEvidenceContent(ctx.db, found.id));
    });
  };
}

function send(reply: FastifyReply, { media_type }: EvidenceRow, content: Buffer): FastifyReply {
  return reply.type(media_type).send(content);
}

/** Whoever was let in once is asked again each time: a right can end. The name of the file is the only text of a stranger's. */
function headersOf({ file_name, media_type }: EvidenceRow, preview: boolean): Record<string, string> {
  return {
    "content-disposition": `${preview ? "inline" : "attachment"}; ${nameOf(file_name)}`,
    "content-security-policy": policyOf(media_type, preview),
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "no-referrer",
    "cache-control": "private, no-cache",
    vary: "cookie, authorization, x-case-token",
  };
}

/** Browsers open no PDF in a sandbox of ours; their viewer is one of its own, and the type is never guessed. */
function policyOf(mediaType: MediaType, preview: boolean): string {
  const shut = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";
  return preview && mediaType === "application/pdf"
    ? `${shut}; object-src 'self'; style-src 'unsafe-inline'`
    : `${shut}; sandbox`;
}

/** RFC 6266: a plain name for old programs, the true one beside it. */
function nameOf(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function isKnown(header: string | undefined, etag: string): boolean {
  return (header ?? "").split(",").some((known) => known.trim().replace(/^W\//, "") === etag);
}
