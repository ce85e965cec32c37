import { Readable } from "node:stream";
import { stringify } from "csv-stringify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import { forSpreadsheets } from "../platform/csv/for-spreadsheets.ts";
import type { RequestContext } from "../request-context.ts";
import { receiveUpload } from "./actions/receive-upload.ts";
import { type ChosenColumns, readChosenColumns } from "./domain/chosen-columns.ts";
import { type ImportRouteProblem, importRouteText } from "./domain/import-route-text.ts";
import { fileProblemText } from "./domain/import-text.ts";
import type { ImportKind } from "./domain/words.ts";
import type { Importer } from "./importer.ts";
import { previewFile } from "./preview-file.ts";
import { reportHeading, reportLines } from "./queries/error-report.ts";
import { findImportRun, type ImportRunRow } from "./queries/find-import-runs.ts";

export interface ImportRouteParts {
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>;
  /** Where the console is served; a page of another origin is refused. */
  readonly publicUrl: string;
  readonly mostBytes: number;
  readonly importers: Readonly<Record<ImportKind, Importer>>;
}

const kinds: Readonly<Record<string, ImportKind | undefined>> = {
  settlement: "SETTLEMENT",
  "bank-disputes": "BANK_DISPUTES",
  requests: "REQUESTS",
};

/**
 * `POST /imports/settlement`, `/imports/bank-disputes` and `/imports/requests`: the file itself as the body, its name in
 * `x-file-name`, and where its headings are not known the columns they stand for in `x-columns` (both percent-encoded). It
 * answers with the import's id once all of it has come; how far the reading is, `importRun` says. `…/preview` takes the
 * first 64 KB of a file and says what it was taken for and what is wrong with its first rows; it keeps nothing.
 * `GET /imports/:id/errors.csv` is the report of the rows that were not taken.
 */
export function importRoutes(parts: ImportRouteParts) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    const coming = new Set<Readable>();
    // A server that stops does not wait for the rest of a gigabyte: the sender is told, and sends it again elsewhere.
    app.addHook("preClose", async () => {
      for (const body of coming) body.destroy(new Error("The server stops"));
    });
    // As a stream: a file of a gigabyte never stands in memory. Its length is counted while it comes.
    app.addContentTypeParser("*", (_request, body, parsed) => parsed(null, body));
    app.post<{ Params: { kind: string } }>("/imports/:kind", async (request, reply) => {
      const ctx = await parts.contextOf(request);
      const kind = kinds[request.params.kind];
      const problem =
        shutTo(ctx, request, parts.publicUrl) ?? (kind === undefined ? "UNKNOWN_KIND" : null) ?? formProblem(request);
      if (problem !== null || kind === undefined) return refuse(reply, ctx, problem ?? "UNKNOWN_KIND");
      const columns = columnsOf(request);
      if (columns === null) return refuse(reply, ctx, "COLUMNS_NOT_READ");
      const content = bodyOf(request);
      const upload = { kind, columns, fileName: fileNameOf(request), content, mostBytes: parts.mostBytes };
      coming.add(upload.content);
      const received = await receiveUpload(ctx, upload).finally(() => coming.delete(upload.content));
      if (received.ok) return reply.code(202).header("cache-control", "no-store").send(received.value);
      const message = localised(fileProblemText(received.error), ctx.locale);
      const status = received.error.code === "TOO_LARGE" ? 413 : 400;
      return reply.code(status).header("connection", "close").send({ code: received.error.code, message });
    });
    app.post<{ Params: { kind: string } }>("/imports/:kind/preview", async (request, reply) => {
      const ctx = await parts.contextOf(request);
      const kind = kinds[request.params.kind];
      const problem = shutTo(ctx, request, parts.publicUrl) ?? formProblem(request);
      if (problem !== null || kind === undefined) return refuse(reply, ctx, problem ?? "UNKNOWN_KIND");
      const columns = columnsOf(request);
      if (columns === null) return refuse(reply, ctx, "COLUMNS_NOT_READ");
      const beginning = await readBeginning(bodyOf(request));
      const previewed = await previewFile(beginning, parts.importers[kind], columns, ctx.locale);
      return reply.header("cache-control", "no-store").send(previewed);
    });
    app.get<{ Params: { id: string } }>("/imports/:id/errors.csv", async (request, reply) => {
      const ctx = await parts.contextOf(request);
      const problem = shutTo(ctx, request, parts.publicUrl);
      if (problem !== null) return refuse(reply, ctx, problem);
      const id = rowId(request.params.id, "ImportRun");
      const run = id === null ? undefined : await findImportRun(ctx.db, id);
      return run === undefined ? refuse(reply, ctx, "NO_SUCH_IMPORT") : report(reply, ctx, run);
    });
  };
}

function shutTo(
  ctx: RequestContext,
  { headers: { origin } }: FastifyRequest,
  publicUrl: string,
): ImportRouteProblem | null {
  if (origin !== undefined && origin !== new URL(publicUrl).origin) return "FOREIGN_PAGE";
  if (ctx.actor.id === null) return "UNAUTHENTICATED";
  return ctx.actor.permissions.has("import.run") ? null : "FORBIDDEN";
}

/** A form would wrap the file into parts; what was meant is the file alone. */
function formProblem({ headers }: FastifyRequest): ImportRouteProblem | null {
  return /^multipart\//i.test(headers["content-type"] ?? "") ? "IS_A_FORM" : null;
}

function fileNameOf({ headers }: FastifyRequest): string {
  const given = headers["x-file-name"];
  try {
    return typeof given === "string" ? decodeURIComponent(given) : "";
  } catch {
    // A stray percent sign: the name is for people only, so it stays as it came.
    return String(given);
  }
}

/** Which heading stands for which column, as somebody assigned them: JSON, percent-encoded, since headings may be Chinese. */
function columnsOf({ headers }: FastifyRequest): ChosenColumns | null {
  const given = headers["x-columns"];
  if (given === undefined) return {};
  try {
    return readChosenColumns(decodeURIComponent(String(given)));
  } catch {
    // A stray percent sign is no choice.
    return null;
  }
}

const previewBytes = 64 * 1024;

/** As much of a file as a preview looks at; the rest is not read. */
async function readBeginning(body: Readable): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body) {
    pieces.push(Buffer.from(piece));
    length += pieces.at(-1)?.byteLength ?? 0;
    if (length >= previewBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, previewBytes);
}

function bodyOf({ body }: FastifyRequest): Readable {
  return body instanceof Readable ? body : Readable.from([]);
}

const statuses: Readonly<Record<ImportRouteProblem, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  FOREIGN_PAGE: 403,
  UNKNOWN_KIND: 404,
  NO_SUCH_IMPORT: 404,
  COLUMNS_NOT_READ: 400,
  IS_A_FORM: 415,
};

/** What is left of the body after a refusal is not read, so the connection cannot carry another request. */
function refuse(reply: FastifyReply, { locale }: RequestContext, code: ImportRouteProblem): FastifyReply {
  const message = localised(importRouteText[code], locale);
  return reply.code(statuses[code]).header("connection", "close").send({ code, message });
}

/** Streamed, with what a spreadsheet would take for a formula made harmless, and a mark by which Excel knows UTF-8. */
function report(reply: FastifyReply, ctx: RequestContext, run: ImportRunRow): FastifyReply {
  const lines = Readable.from(withHeading(reportHeading(run), reportLines(ctx.db, run, ctx.locale)));
  const csv = lines.pipe(stringify(forSpreadsheets));
  lines.on("error", (error) => csv.destroy(error));
  return reply
    .header("content-type", "text/csv; charset=utf-8")
    .header("content-disposition", `attachment; filename="import-errors-${run.id.slice(-6)}.csv"`)
    .header("x-content-type-options", "nosniff")
    .header("cache-control", "no-store")
    .send(csv);
}

async function* withHeading(
  heading: readonly string[],
  lines: AsyncIterable<readonly (string | number)[]>,
): AsyncGenerator<readonly (string | number)[]> {
  yield heading;
  yield* lines;
}
