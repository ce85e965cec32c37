import { performOnLatest } from "../../cases/actions/perform-on-latest.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext } from "../../request-context.ts";
import type { NoticeProblem } from "../domain/notice-problem.ts";
import { noticeRules } from "../domain/notice-rules.ts";
import { queryWithPoints } from "../domain/query-with-points.ts";
import { type NoticeAnswer, type NoticeKind, type NoticePoint, noticePoints } from "../domain/words.ts";

/** A notice that somebody may answer: found by its link, or in sight of who is signed in. */
export interface AnswerableNotice {
  readonly id: string;
  readonly kind: NoticeKind;
  readonly audience: string;
  readonly case_id: string | null;
  readonly event_id: string | null;
  readonly merchant_id: string | null;
  readonly institution_id: string | null;
  readonly answer: NoticeAnswer | null;
}

export interface NoticeReply {
  readonly answer: NoticeAnswer;
  /** The query, cleaned; null where it is confirmed. */
  readonly message: string | null;
  /** What the query is about; none where it is confirmed. */
  readonly queried: readonly NoticePoint[];
}

/**
 * Confirms a notice, or raises a query. A query is first a message in the thread of whoever asks, under a key of this notice
 * and of its words: if the desk dies between the two, the same reply again writes it no second time. The same thing told to
 * the same side by e-mail, on the console and to its systems is answered by one answer.
 */
export async function answerNotice(
  ctx: ActionContext,
  found: AnswerableNotice | undefined,
  { answer, message, queried: named }: NoticeReply,
): Promise<Result<{ readonly noticeId: string }, readonly NoticeProblem[]>> {
  if (found === undefined) return refused([{ code: "NOTICE_NOT_FOUND" }]);
  const { id, kind, audience, case_id: caseId } = found;
  if (!noticeRules[kind].asksAnswer) return refused([{ code: "NO_ANSWER_ASKED" }]);
  if (found.answer !== null) return refused([{ code: "ALREADY_ANSWERED" }]);
  const queried = noticePoints.filter((point) => named.includes(point));
  if (answer === "CONFIRMED" && queried.length > 0) return refused([{ code: "ANSWER_UNCLEAR" }]);
  if (answer === "QUERIED") {
    if (message === null || caseId === null) return refused([{ code: "QUERY_EMPTY" }]);
    const thread = audience === "BANK" ? "BANK" : "MERCHANT";
    const words = queryWithPoints(message, queried, ctx.locale);
    const posted = await performOnLatest(ctx, {
      caseId,
      key: derivedId("notice query", id, words),
      move: { action: "SEND_MESSAGE", input: { thread, message: words } },
    });
    if (!posted.ok) return refused([{ code: "QUERY_REFUSED" }]);
  }
  const isFirst = await ctx.db.transaction().execute(async (db) => {
    const told = await toldAlike(db, found);
    // Two who answer at once, each by a way of their own: the second waits here, and finds it answered.
    if (told.length === 0 || told.some((one) => one.answer !== null)) return false;
    await db
      .updateTable("notice")
      .set({ answer, queried, answered_at: ctx.clock.now(), answered_by_id: ctx.actor.id })
      .where(
        "id",
        "in",
        told.map((one) => one.id),
      )
      .execute();
    return true;
  });
  return isFirst ? done({ noticeId: id }) : refused([{ code: "ALREADY_ANSWERED" }]);
}

/** This notice and its likes: the same event, told to the same side over other channels. Locked, always in the same order. */
function toldAlike(db: Db, { id, kind, case_id, event_id, merchant_id, institution_id }: AnswerableNotice) {
  return db
    .selectFrom("notice")
    .select(["id", "answer"])
    .where((eb) =>
      event_id === null
        ? eb("id", "=", id)
        : eb.and([
            eb("case_id", "=", case_id),
            eb("event_id", "=", event_id),
            eb("kind", "=", kind),
            eb("merchant_id", "is not distinct from", merchant_id),
            eb("institution_id", "is not distinct from", institution_id),
          ]),
    )
    .orderBy("id")
    .forUpdate()
    .execute();
}
