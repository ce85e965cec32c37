import { done, type Result, refused } from "../../kernel/result.ts";
import type { ActionContext } from "../../request-context.ts";
import { noticesInSight } from "../../staff/scope.ts";
import type { NoticeProblem } from "../domain/notice-problem.ts";

/** Sends a dead letter again, with all of its tries before it. It keeps its key: whoever had it after all does nothing. */
export function replayNotice(
  ctx: ActionContext,
  noticeId: string | null,
): Promise<Result<{ readonly noticeId: string }, readonly NoticeProblem[]>> {
  return ctx.db.transaction().execute(async (db) => {
    const found =
      noticeId === null
        ? undefined
        : await noticesInSight(db, ctx.actor)
            .select(["notice.id", "notice.state", "notice.address"])
            .where("notice.id", "=", noticeId)
            .forUpdate()
            .executeTakeFirst();
    if (found === undefined) return refused([{ code: "NOTICE_NOT_FOUND" }]);
    if (found.state !== "DEAD" && found.state !== "SUPPRESSED") return refused([{ code: "NOTICE_NOT_DEAD" }]);
    if (found.address === null) return refused([{ code: "NO_ADDRESS" }]);
    await db
      .updateTable("notice")
      .set({ state: "WAITING", attempts: 0, next_try_at: ctx.clock.now(), leased_until: null, ended_at: null })
      .where("id", "=", found.id)
      .execute();
    await ctx.jobs.enqueue(db, "send-notice", { noticeId: found.id }, { key: found.id });
    return done({ noticeId: found.id });
  });
}
