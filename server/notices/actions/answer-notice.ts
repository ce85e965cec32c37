import { performOnLatest } from "../../cases/actions/perform-on-latest.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext } from "../../request-context.ts";
import type { NoticeProblem } from "../domain/notice-problem.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import type { NoticeAnswer, NoticeKind } from "../domain/words.ts";

/** A notice that somebody may answer: found by its link, or in sight of who is signed in. */
export interface AnswerableNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly audience: string;
  readonly case_id: string | null;
  readonly answer: NoticeAnswer | null;
}

export interface NoticeReply {
  readonly answer: NoticeAnswer;
  /** The query, cleaned; null where it is confirmed. */
  readonly message: string | null;
}

/**
 * Confirms a notice, or raises a query. A query is first a message in the thread of whoever asks, under a key of this notice
 * and of its words: if the desk dies between the two, the same reply again writes it no second time.
 */
export async function answerNotice(
  ctx: ActionContext,
  found: AnswerableNotice | undefined,
  { answer, message }: NoticeReply,
): Promise<Result<{ readonly noticeId: string }, readonly NoticeProblem[]>> {
  if (found === undefined) return refused([{ code: "NOTICE_NOT_FOUND" }]);
  const { id, kind, audience, case_id: caseId } = found;
  if (!noticeRules[kind].asksAnswer) return refused([{ code: "NO_ANSWER_ASKED" }]);
  if (found.answer !== null) return refused([{ code: "ALREADY_ANSWERED" }]);
  if (answer === "QUERIED") {
    if (message === null || caseId === null) return refused([{ code: "QUERY_EMPTY" }]);
    const thread = audience === "BANK" ? "BANK" : "MERCHANT";
    const key = derivedId("notice query", id, message);
    const posted = await performOnLatest(ctx, {
      caseId,
      key,
      move: { action: "SEND_MESSAGE", input: { thread, message } },
    });
    if (!posted.ok) return refused([{ code: "QUERY_REFUSED" }]);
  }
  const { numUpdatedRows } = await ctx.db
    .updateTable("notice")
    .set({ answer, answered_at: ctx.clock.now(), answered_by_id: ctx.actor.id })
    .where("id", "=", id)
    .where("answer", "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n ? done({ noticeId: id }) : refused([{ code: "ALREADY_ANSWERED" }]);
}
