import { Readable } from "node:stream";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import { deskDay } from "../kernel/desk-day.ts";
import type { RequestContext } from "../request-context.ts";
import { countDownload } from "./actions/count-download.ts";
import { noteContacts } from "./actions/note-contacts.ts";
import { refusalText } from "./domain/export-text.ts";
import { isStillTheirs } from "./domain/made-for.ts";
import { type ExportRow, findOwnExport, readPieces } from "./queries/find-exports.ts";

/**
 * `GET /exports/:id/file.csv`: a file that is whole, for whoever asked for it and still has the rights that it was made
 * under. For anybody else, and once its time is over, it is not there. Its length goes before it, so that one that breaks
 * off is never taken for whole.
 */
export function exportRoutes(contextOf: (request: FastifyRequest) => Promise<RequestContext>) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<{ Params: { id: string } }>("/exports/:id/file.csv", async (request, reply) => {
      const ctx = await contextOf(request);
      const run = await findOwnExport(ctx.db, ctx.actor.id, rowId(request.params.id, "ExportRun"));
      reply.header("cache-control", "no-store").header("x-content-type-options", "nosniff");
      if (run === null || !isThere(run, ctx)) {
        const message = localised(refusalText("NOT_FOUND", 0), ctx.locale);
        return reply.code(404).send({ code: "NO_SUCH_EXPORT", message });
      }
      await countDownload(ctx, run.id);
      return reply
        .header("content-type", "text/csv; charset=utf-8")
        .header("content-length", String(run.bytes))
        .header("content-disposition", `attachment; filename="${fileName(run)}"`)
        .send(Readable.from(contentOf(ctx, run)));
    });
  };
}

async function* contentOf(ctx: RequestContext, run: ExportRow): AsyncGenerator<Uint8Array> {
  for await (const { content, contacts_of } of readPieces(ctx.db, run)) {
    await noteContacts(ctx, run, contacts_of);
    yield content;
  }
}

function isThere(run: ExportRow, { actor, clock }: RequestContext): boolean {
  return run.state === "DONE" && run.expires_at !== null && run.expires_at > clock.now() && isStillTheirs(actor, run);
}

/** Two of one day must not be taken for each other. */
function fileName({ id, kind, started_at }: ExportRow): string {
  return `${kind.toLowerCase()}-${deskDay(started_at)}-${id.slice(-6)}.csv`;
}
