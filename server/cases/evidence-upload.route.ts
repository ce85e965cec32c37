import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { forgetParts, keptBytes } from "../evidence/actions/keep-part.ts";
import { receiveFile } from "../evidence/actions/receive-file.ts";
import { fileLimits } from "../evidence/domain/file-limits.ts";
import type { FileProblem, FileProblemCode } from "../evidence/domain/file-problem.ts";
import { fileProblemText } from "../evidence/domain/file-problem-text.ts";
import { findTicket, type TicketRow } from "../evidence/queries/find-ticket.ts";
import { localeOf } from "../graphql/locale.ts";
import { toGlobalId } from "../kernel/ids.ts";
import { done, type Result, refused } from "../kernel/result.ts";
import type { ActionContext, House, Locale } from "../request-context.ts";
import { type Actor, customerActor, strangerActor } from "../staff/domain/actor.ts";
import type { RoleBook } from "../staff/domain/role-book.ts";
import { findActorAgain } from "../staff/queries/find-actor.ts";
import { readRoleBook } from "../staff/queries/find-role-book.ts";
import { type AttachedUpload, attachUpload, linkUpload, type UploadFailure } from "./actions/attach-upload.ts";
import { caseActionText } from "./domain/case-action-text.ts";
import { refusalText } from "./domain/refusal-text.ts";

/**
 * `POST /evidence/:ticket`: the file itself as the body, nothing around it. The ticket says which case, and for whom.
 * Where the connection broke, `PATCH` with `Upload-Offset` sends the rest, in the words of the IETF's resumable uploads; with
 * `Upload-Complete: ?0` and no body it only asks. Any other offset than what is kept is answered 409 with the true one.
 */
export function evidenceUploadRoutes(house: House) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    // As a stream, whatever the sender calls it: its type is told from the content, its length is counted here.
    app.addContentTypeParser("*", (_request, body, parsed) => parsed(null, body));
    app.route<{ Params: { ticket: string } }>({
      method: ["POST", "PATCH"],
      url: "/evidence/:ticket",
      handler: async (request, reply) => {
        const locale = localeOf(request.headers["accept-language"]);
        const admitted = await admit(house, request.params.ticket, locale);
        const roles = admitted.ok ? admitted.value.ctx.actor.roles : strangerActor.roles;
        const result = admitted.ok ? await receive(admitted.value, request) : admitted;
        if (!result.ok) return refuse(reply, result.error, { locale, roles });
        return "offset" in result.value ? tellOffset(reply, result.value) : answer(reply, result.value);
      },
    });
  };
}

interface Admitted {
  readonly ctx: ActionContext;
  readonly ticket: TicketRow;
}

/** Before the first byte is read: whether the ticket lets anything in at all, and who stands behind it. */
async function admit(house: House, text: string, locale: Locale): Promise<Result<Admitted, UploadFailure>> {
  const shut = (code: "TICKET_UNKNOWN" | "TICKET_EXPIRED") => refused({ kind: "FILE", problem: { code } } as const);
  const ticket = await findTicket(house.db, text);
  const actor = ticket === null ? null : await holderOf(house, ticket);
  if (ticket === null || actor === null) return shut("TICKET_UNKNOWN");
  if (ticket.usedAt === null && ticket.expiresAt <= house.clock.now()) return shut("TICKET_EXPIRED");
  return done({ ctx: { ...house, actor, locale }, ticket });
}

async function holderOf(
  { db, clock }: House,
  { actorRole, actorId, apiKeyId, caseId }: TicketRow,
): Promise<Actor | null> {
  if (actorId !== null) return findActorAgain(db, { id: actorId, keyId: apiKeyId }, clock.now());
  return actorRole === "CUSTOMER" ? customerActor(caseId, "", await readRoleBook(db)) : null;
}

/** How much of the file is kept; `isFit` where that is where the sender wanted to go on. */
interface Kept {
  readonly offset: number;
  readonly isFit: boolean;
}

async function receive(
  { ctx, ticket }: Admitted,
  { method, headers, body }: FastifyRequest,
): Promise<Result<AttachedUpload | Kept, UploadFailure>> {
  if (ticket.usedAt !== null)
    return (await finish(ctx, ticket)) ?? refused({ kind: "FILE", problem: { code: "TICKET_USED" } });
  // A whole file begins anew, whatever came before it.
  if (method === "POST") await forgetParts(ctx.db, ticket);
  const offset = method === "POST" ? 0 : Number(headers["upload-offset"]);
  if (headers["upload-complete"] === "?0") {
    const kept = await keptBytes(ctx.db, ticket);
    return done({ offset: kept, isFit: kept === offset });
  }
  const received = await receiveFile(ctx.db, ticket, offset, isStream(body) ? body : nothing());
  if (received.kind === "TOO_LARGE")
    return refused({ kind: "FILE", problem: { code: "FILE_TOO_LARGE", mostBytes: fileLimits.bytes } });
  if (received.kind === "WRONG_OFFSET") return done({ offset: await keptBytes(ctx.db, ticket), isFit: false });
  const attached = await attachUpload(ctx, ticket, received.bytes);
  // What could not be looked at yet is sent on from where it is.
  if (!isBusy(attached)) await forgetParts(ctx.db, ticket);
  return attached;
}

const isBusy = (result: Result<AttachedUpload, UploadFailure>) =>
  !result.ok && result.error.kind === "FILE" && result.error.problem.code === "BUSY";

async function* nothing(): AsyncGenerator<Uint8Array> {}

function tellOffset(reply: FastifyReply, { offset, isFit }: Kept): FastifyReply {
  reply
    .code(isFit ? 204 : 409)
    .header("upload-offset", offset)
    .header("cache-control", "no-store");
  return isFit ? reply.send() : reply.header("connection", "close").send({ code: "OFFSET_WRONG", offset });
}

/** A server that died between keeping the file and linking it left that to whoever asks again with the same ticket. */
async function finish(ctx: ActionContext, ticket: TicketRow): Promise<Result<AttachedUpload, UploadFailure> | null> {
  const kept = await ctx.db
    .selectFrom("evidence")
    .select("id")
    .where("id", "=", ticket.evidenceId)
    .where("linked_at", "is", null)
    .executeTakeFirst();
  return kept === undefined ? null : linkUpload(ctx, ticket.caseId, kept.id);
}

function isStream(body: unknown): body is AsyncIterable<Uint8Array> {
  return typeof body === "object" && body !== null && Symbol.asyncIterator in body;
}

function answer(reply: FastifyReply, { evidence, alreadyAttached }: AttachedUpload): FastifyReply {
  const { id, kind, file_name, media_type, bytes, sha256 } = evidence;
  return reply
    .code(alreadyAttached ? 200 : 201)
    .header("cache-control", "no-store")
    .send({
      id: toGlobalId("Evidence", id),
      kind,
      fileName: file_name,
      mediaType: media_type,
      bytes,
      sha256,
      alreadyAttached,
    });
}

const statuses: Readonly<Record<FileProblemCode, number>> = {
  FILE_EMPTY: 400,
  FILE_TOO_LARGE: 413,
  TYPE_NOT_TAKEN: 415,
  FILE_DAMAGED: 422,
  PICTURE_TOO_LARGE: 422,
  HIDES_ANOTHER_FILE: 422,
  RUNS_PROGRAMS: 422,
  TOO_INTRICATE: 422,
  BUSY: 503,
  TICKET_UNKNOWN: 404,
  TICKET_EXPIRED: 410,
  TICKET_USED: 409,
};

interface RefusedReader {
  readonly locale: Locale;
  readonly roles: RoleBook;
}

/** What is left of the body after a refusal is not read, so the connection cannot carry another request. */
function refuse(reply: FastifyReply, failure: UploadFailure, { locale, roles }: RefusedReader): FastifyReply {
  reply.header("connection", "close").header("cache-control", "no-store");
  switch (failure.kind) {
    case "FILE":
      // The ticket stays good.
      if (failure.problem.code === "BUSY") reply.header("retry-after", "2");
      return reply.code(statuses[failure.problem.code]).send(inWords(failure.problem, locale));
    case "REFUSED":
      return reply.code(409).send({
        code: "REFUSED",
        message: caseActionText("REFUSED", locale),
        reasons: failure.reasons.map((reason) => ({ code: reason.code, message: refusalText(reason, locale, roles) })),
      });
    case "NOT_FOUND":
      return reply.code(404).send({ code: "NOT_FOUND", message: caseActionText("NOT_FOUND", locale) });
    case "STALE":
    case "KEY_REUSED":
      // The file is kept; the same ticket brings it onto the case once the case is less busy.
      return reply
        .code(503)
        .header("retry-after", "2")
        .send({ code: "BUSY", message: caseActionText("STALE", locale) });
  }
}

function inWords(problem: FileProblem, locale: Locale) {
  return { code: problem.code, message: fileProblemText(problem, locale) };
}
