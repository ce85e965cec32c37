import { performWithin } from "../../cases/actions/perform-case-action.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext } from "../../request-context.ts";
import { casesInSight } from "../../staff/scope.ts";
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

type Answered = Result<{ readonly noticeId: string }, readonly NoticeProblem[]>;

/**
 * Confirms a notice, or raises a query, which is a message in the thread of whoever asks. Message and answer are written
 * together or not at all. The same thing told to the same side by e-mail, on the console and to its systems is answered by
 * one answer.
 */
export async function answerNotice(
  ctx: ActionContext,
  found: AnswerableNotice | undefined,
  { answer, message, queried: named }: NoticeReply,
): Promise<Answered> {
  if (found === undefined) return refused([{ code: "NOTICE_NOT_FOUND" }]);
  const { id, kind, audience, case_id: caseId } = found;
  if (!noticeRules[kind].asksAnswer) return refused([{ code: "NO_ANSWER_ASKED" }]);
  if (found.answer !== null) return refused([{ code: "ALREADY_ANSWERED" }]);
  const queried = noticePoints.filter((point) => named.includes(point));
  if (answer === "CONFIRMED" && queried.length > 0) return refused([{ code: "ANSWER_UNCLEAR" }]);
  let query: Query | null = null;
  if (answer === "QUERIED") {
    if (message === null || caseId === null) return refused([{ code: "QUERY_EMPTY" }]);
    const thread = audience === "BANK" ? "BANK" : "MERCHANT";
    query = { noticeId: id, caseId, thread, message: queryWithPoints(message, queried, ctx.locale) };
  }
  return decideInTransaction<{ readonly noticeId: string }, readonly NoticeProblem[]>(ctx.db, async (db) => {
    // Everywhere a case is locked before what hangs off it.
    const version = query === null ? null : await lockCase(db, ctx, query.caseId);
    const told = await toldAlike(db, found);
    // Two who answer at once, each by a way of their own: the second waits here, and finds it answered.
    if (told.length === 0 || told.some((one) => one.answer !== null)) return refused([{ code: "ALREADY_ANSWERED" }]);
    if (query !== null && !(await post(ctx, db, query, version))) return refused([{ code: "QUERY_REFUSED" }]);
    await db
      .updateTable("notice")
      .set({ answer, queried, answered_at: ctx.clock.now(), answered_by_id: ctx.actor.id })
      .where(
        "id",
        "in",
        told.map((one) => one.id),
      )
      .execute();
    return done({ noticeId: id });
  });
}

interface Query {
  readonly noticeId: string;
  readonly caseId: string;
  readonly thread: "BANK" | "MERCHANT";
  readonly message: string;
}

/** The case's version, held until the end of the transaction; null where the case is not in sight. */
async function lockCase(db: Db, { actor }: ActionContext, caseId: string): Promise<number | null> {
  const found = await casesInSight(db, actor)
    .where("cases.id", "=", caseId)
    .select("cases.version")
    .forUpdate()
    .executeTakeFirst();
  return found?.version ?? null;
}

/** Whether the case took the query into its thread. */
async function post(
  ctx: ActionContext,
  db: Db,
  { noticeId, caseId, thread, message }: Query,
  expectedVersion: number | null,
): Promise<boolean> {
  if (expectedVersion === null) return false;
  const idempotencyKey = derivedId("notice query", noticeId, message);
  const move = { action: "SEND_MESSAGE", input: { thread, message } } as const;
  const posted = await performWithin(ctx, db, { ...move, caseId, expectedVersion, idempotencyKey });
  return posted.ok;
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
