import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { CaseType, toCase } from "../cases/case.type.ts";
import { caseById } from "../cases/queries/case-parts.ts";
import { type Connection, toConnection } from "../graphql/connection.ts";
import { pageRequest } from "../graphql/cursor.ts";
import { optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import type { Result } from "../kernel/result.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { answerNotice } from "./actions/answer-notice.ts";
import { replayNotice } from "./actions/replay-notice.ts";
import type { NoticeProblem } from "./domain/notice-problem.ts";
import { AnswerNoticeInput, NoticeFilterInput, ReplayNoticeInput } from "./notice.input.ts";
import { NoticeDoneType, NoticeResult, toRefused } from "./notice.result.ts";
import {
  NoticeConnection,
  NoticeFactsType,
  NoticeTextType,
  NoticeTryType,
  NoticeType,
  toFacts,
  toNotice,
  toTry,
} from "./notice.type.ts";
import {
  attemptsOfNotice,
  listNotices,
  noticeById,
  noticeCursor,
  noticesOfCase,
  stateByEvent,
} from "./queries/list-notices.ts";
import { textOfNotice } from "./queries/notice-text-of.ts";

@Resolver(() => NoticeType)
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    description: "What the desk told, as far as the viewer may see it; the newest first.",
  })
  async notices(
    @Arg("filter", () => NoticeFilterInput, { nullable: true }) filter: NoticeFilterInput | null,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after: string | null,
    @Ctx() ctx: RequestContext,
  ): Promise<Connection<NoticeType>> {
    const page = pageRequest(first, after, 2);
    const { caseId, states, channels, audiences, awaitsAnswer } = filter ?? {};
    const about = caseId == null ? null : rowId(caseId, "Case");
    if (caseId != null && about === null) return toConnection([], page, noticeCursor, toNotice);
    const narrowed = {
      ...(about !== null && { caseId: about }),
      ...(states != null && { states }),
      ...(channels != null && { channels }),
      ...(audiences != null && { audiences }),
      ...(awaitsAnswer != null && { awaitsAnswer }),
    };
    return toConnection(await listNotices(ctx.db, ctx.actor, narrowed, page), page, noticeCursor, toNotice);
  }

  @FieldResolver(() => CaseType, { nullable: true, description: "The matter that it is about." })
  async case(@Root() { row }: NoticeType, @Ctx() ctx: RequestContext): Promise<CaseType | null> {
    const found = row.case_id === null ? null : await ctx.loaders.load(caseById, row.case_id);
    return found === null ? null : toCase(found);
  }

  @FieldResolver(() => StaffType, { nullable: true, description: "Which colleague it was for; null for anybody else." })
  async reader(@Root() { row }: NoticeType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return row.audience === "COLLEAGUE" ? staffOf(ctx, row.staff_id) : null;
  }

  @FieldResolver(() => NoticeFactsType, {
    nullable: true,
    description: "What there is to confirm or to query; null where no answer is asked for.",
  })
  async facts(@Root() { row, asksAnswer }: NoticeType, @Ctx() ctx: RequestContext): Promise<NoticeFactsType | null> {
    if (!asksAnswer) return null;
    return toFacts(row, row.event_id === null ? null : await ctx.loaders.load(stateByEvent, row.event_id));
  }

  @FieldResolver(() => NoticeTextType, {
    nullable: true,
    description:
      "As it was sent, in its reader's language; a private link is not shown. On the console, in the viewer's.",
  })
  text(@Root() { row }: NoticeType, @Ctx() ctx: RequestContext): Promise<NoticeTextType | null> {
    return ctx.loaders.load(textOfNotice, row.id);
  }

  @FieldResolver(() => [NoticeTryType], { description: "Every try to send it, oldest first." })
  async tries(@Root() { row }: NoticeType, @Ctx() ctx: RequestContext): Promise<readonly NoticeTryType[]> {
    const rows = await ctx.loaders.load(attemptsOfNotice, row.id);
    return rows.map((one) => toTry(one, ctx));
  }

  @Mutation(() => NoticeResult, { description: "Sends a dead letter again, under the same key." })
  async replayNotice(
    @Arg("input", () => ReplayNoticeInput) { noticeId }: ReplayNoticeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof NoticeResult> {
    return toResult(ctx, await replayNotice(ctx, rowId(noticeId, "Notice")));
  }

  @Mutation(() => NoticeResult, {
    description:
      "A merchant or a bank confirms amount, state and time, or raises a query, which then stands in its thread. What was told over several channels is answered once for all of them.",
  })
  async answerNotice(
    @Arg("input", () => AnswerNoticeInput) { noticeId, answer, message, queried }: AnswerNoticeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof NoticeResult> {
    const id = rowId(noticeId, "Notice");
    const found = id === null ? null : await ctx.loaders.load(noticeById, id);
    const reply = { answer, message: optionalText("message", message), queried: queried ?? [] };
    return toResult(ctx, await answerNotice(ctx, found ?? undefined, reply));
  }
}

/** What notices add to a case. */
@Resolver(() => CaseType)
export class CaseNoticesResolver {
  @FieldResolver(() => [NoticeType], { description: "What was told to whom about this case, oldest first." })
  async notices(@Root() { row }: CaseType, @Ctx() ctx: RequestContext): Promise<readonly NoticeType[]> {
    return (await ctx.loaders.load(noticesOfCase, row.id)).map(toNotice);
  }
}

async function toResult(
  ctx: RequestContext,
  result: Result<{ readonly noticeId: string }, readonly NoticeProblem[]>,
): Promise<typeof NoticeResult> {
  if (!result.ok) return toRefused(result.error, ctx.locale);
  ctx.loaders.clear();
  const row = await ctx.loaders.load(noticeById, result.value.noticeId);
  if (row === null) throw new Error(`Notice ${result.value.noticeId} vanished`);
  return Object.assign(new NoticeDoneType(), { notice: toNotice(row) });
}
