import type { Db } from "../../platform/database/database.ts";
import type { ActionContext } from "../../request-context.ts";
import type { OwnSubject } from "../approval-subjects.ts";
import { type RequestRow, selectRequests } from "../queries/find-request.ts";
import { closeLapsed } from "./close-request.ts";
import { tellLeads, tellProposer } from "./tell-of-request.ts";

const page = 100;

/** What one turn did, for whoever watches. */
export interface ApprovalSweep {
  readonly escalated: number;
  readonly expired: number;
}

/** Lets time do its work: what waits too long is raised, what nobody decided lapses with whatever its subject does then. */
export async function expireRequests(ctx: ActionContext, signal?: AbortSignal): Promise<ApprovalSweep> {
  const now = ctx.clock.now();
  const escalated = await raise(ctx, now);
  let expired = 0;
  for (const request of await listLapsed(ctx.db, now)) {
    if (signal?.aborted === true) break;
    if (await expireOne(ctx, request, now)) expired += 1;
  }
  return { escalated, expired };
}

/** What has waited too long is marked, and whoever leads the desk is told, in one transaction. */
function raise(ctx: ActionContext, now: Date): Promise<number> {
  return ctx.db.transaction().execute(async (db) => {
    const raised = await db
      .updateTable("approval_request")
      .set((eb) => ({ escalated_at: now, version: eb("version", "+", 1) }))
      .where("state", "=", "OPEN")
      .where("escalated_at", "is", null)
      .where("escalates_at", "<=", now)
      .returning("id")
      .execute();
    await tellLeads(
      db,
      ctx,
      raised.map(({ id }) => id),
    );
    return raised.length;
  });
}

/** The longest lapsed first; what is beyond the page is met at the next turn. */
function listLapsed(db: Db, now: Date): Promise<RequestRow[]> {
  return selectRequests(db)
    .where("state", "=", "OPEN")
    .where("expires_at", "<", now)
    .orderBy("expires_at")
    .orderBy("id")
    .limit(page)
    .execute();
}

/** One that cannot lapse must not hold up the others; it is logged, and met again at the next turn. */
async function expireOne(ctx: ActionContext, request: RequestRow, now: Date): Promise<boolean> {
  const subject = ctx.approvalSubjects[request.subject_kind];
  try {
    return "decide" in subject ? await subject.expire(ctx, request) : await expireOwn(ctx, subject, request, now);
  } catch (error) {
    ctx.log.error({ err: error, approvalId: request.id }, "approvals: a request could not lapse, the others go on");
    return false;
  }
}

function expireOwn(
  ctx: ActionContext,
  subject: OwnSubject<ActionContext>,
  request: RequestRow,
  now: Date,
): Promise<boolean> {
  return ctx.db.transaction().execute(async (db) => {
    await subject.lock?.(db, request);
    if (!(await closeLapsed(db, request.id, now))) return false;
    const against = await subject.expired({ ctx, db, request, note: null });
    if (against.length > 0) throw new Error(`Its subject refuses: ${against.map(({ en }) => en).join(" ")}`);
    await tellProposer(db, ctx, request.id, "AGREEMENT_LAPSED");
    return true;
  });
}
