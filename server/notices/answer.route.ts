import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { maskCardNumbers } from "../kernel/card-text.ts";
import { cleanText } from "../kernel/clean-text.ts";
import { plainPagePolicy } from "../kernel/plain-page.ts";
import type { RequestContext } from "../request-context.ts";
import { answerNotice } from "./actions/answer-notice.ts";
import { answerPage, noSuchLinkPage } from "./domain/answer-page.ts";
import { noticeProblemText } from "./domain/notice-problem.ts";
import { pointsInWords } from "./domain/points-in-words.ts";
import { noticePoints } from "./domain/words.ts";
import { answerOf, findByToken, holderOf, type NoticeByToken } from "./queries/find-by-token.ts";
import { stateByEvent } from "./queries/list-notices.ts";
import { textOfNotice } from "./queries/notice-text-of.ts";

const longestQuery = 2000;
const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "content-security-policy": plainPagePolicy,
} as const;

/** `/n/:token`: whoever got a notice confirms it, or raises a query, without signing in. Looking alone changes nothing: mail scanners look. */
export function answerRoutes(contextOf: (request: FastifyRequest) => Promise<RequestContext>) {
  return async (app: FastifyInstance): Promise<void> => {
    app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    );
    app.route<{ Params: { token: string }; Body: URLSearchParams | undefined }>({
      method: ["GET", "POST"],
      url: "/n/:token",
      handler: async (request, reply) => {
        const ctx = await contextOf(request);
        const found = await findByToken(ctx, request.params.token);
        if (found === null) return reply.code(404).headers(headers).send(noSuchLinkPage(ctx.locale));
        const form = request.method === "POST" ? request.body : undefined;
        return show(ctx, reply, found, form instanceof URLSearchParams ? await take(ctx, found, form) : null);
      },
    });
  };
}

/** Takes a reply; gives what stands against it, or null. To confirm what is confirmed changes nothing. */
async function take(ctx: RequestContext, found: NoticeByToken, form: URLSearchParams): Promise<string | null> {
  const cleaned = cleanText(form.get("message") ?? "", longestQuery);
  const answer = form.get("answer") === "CONFIRMED" ? "CONFIRMED" : "QUERIED";
  const message = cleaned.ok ? maskCardNumbers(cleaned.value) : null;
  const queried = answer === "QUERIED" ? noticePoints.filter((point) => form.getAll("queried").includes(point)) : [];
  const reader = { ...ctx, actor: await holderOf(ctx, found), locale: found.locale };
  const result = await answerNotice(reader, found, { answer, message, queried });
  const [problem] = result.ok ? [] : result.error;
  if (problem === undefined) return null;
  const isSaidAgain = problem.code === "ALREADY_ANSWERED" && answer === "CONFIRMED";
  if (isSaidAgain && (await answerOf(ctx, found.id)) === answer) return null;
  const text = noticeProblemText(problem);
  return found.locale === "zh-CN" ? text.zh : text.en;
}

async function show(ctx: RequestContext, reply: FastifyReply, found: NoticeByToken, problem: string | null) {
  const { id, locale, fields, created_at: at, event_id: eventId } = found;
  const notice = await ctx.loaders.load(textOfNotice, id);
  const answered = await answerOf(ctx, id);
  if (notice === null) throw new Error(`Notice ${id} vanished`);
  const state = eventId === null ? null : await ctx.loaders.load(stateByEvent, eventId);
  const told = pointsInWords({ fields, state, at }, locale);
  return reply.headers(headers).send(answerPage({ locale, notice, told, answered, problem }));
}
