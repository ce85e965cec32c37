import { done, type Result, refused } from "../../kernel/result.ts";
import type { Db } from "../../platform/database/database.ts";
import { decideInTransaction } from "../../platform/database/decide-in-transaction.ts";
import type { ActionContext } from "../../request-context.ts";
import { whyGone } from "../../staff/domain/actor.ts";
import { asTheyAreNow } from "../../staff/queries/as-they-are-now.ts";
import type { ApprovalDecided, ApprovalFailure, DecideApproval } from "../approval-command.ts";
import type { ApprovalStep, OwnSubject, SubjectRefusals } from "../approval-subjects.ts";
import type { ApprovalRefusal } from "../domain/approval-refusal.ts";
import { standingOf, standingToAgree } from "../domain/may-decide.ts";
import type { ApprovalState } from "../domain/words.ts";
import { askingOf, findRequest, type RequestRow, toFacts } from "../queries/find-request.ts";
import { tellApprovers, tellProposer } from "./tell-of-request.ts";
import { writeDecision } from "./write-decision.ts";

type Answer = Result<ApprovalDecided, ApprovalFailure>;

/**
 * Somebody agrees to a request or turns it down. In one transaction: lock, compare the version, ask the rules, write the
 * word, and let the subject happen; or write nothing and say every reason why. A subject with a door of its own takes the
 * word through it. Each asks anew who speaks, behind its lock: they may have lost the right to it meanwhile.
 */
export async function decideApproval(ctx: ActionContext, command: DecideApproval): Promise<Answer> {
  const seen = await findRequest(ctx, command.requestId);
  if (seen === undefined) return refused({ kind: "NOT_FOUND" });
  const subject = ctx.approvalSubjects[seen.subject_kind];
  const known = await answerOfKey(ctx.db, ctx, command);
  if (known !== null) return known;
  if (command.verdict === "REJECT" && command.note === null) return refusedFor([{ code: "REASON_MISSING" }]);
  if ("decide" in subject) {
    const answer = await subject.decide(ctx, seen, command);
    const isStale = !answer.ok && answer.error.kind === "STALE";
    return isStale && seen.state !== "OPEN" && seen.version === command.expectedVersion
      ? refusedFor([{ code: "NOT_OPEN", state: seen.state }])
      : answer;
  }
  return decideInTransaction<ApprovalDecided, ApprovalFailure>(ctx.db, (trx) =>
    decideLocked(ctx, trx, { subject, seen }, command),
  );
}

async function decideLocked(
  ctx: ActionContext,
  db: Db,
  { subject, seen }: { readonly subject: OwnSubject<ActionContext>; readonly seen: RequestRow },
  command: DecideApproval,
): Promise<Answer> {
  const { requestId, verdict, note, idempotencyKey: key } = command;
  await subject.lock?.(db, seen);
  await db.selectFrom("approval_request").select("id").where("id", "=", requestId).forUpdate().execute();
  const known = await answerOfKey(db, ctx, command);
  if (known !== null) return known;
  const request = await findRequest({ ...ctx, db }, requestId);
  if (request === undefined) return refused({ kind: "NOT_FOUND" });
  if (request.version !== command.expectedVersion) return refused({ kind: "STALE", requestId });

  // Behind the lock: they may have been suspended, or a record may have lapsed, since the sign-in was read.
  const at = ctx.clock.now();
  const actor = await asTheyAreNow(db, ctx.actor, at);
  if (actor === null) return refusedFor([{ code: whyGone(ctx.actor) }]);
  const facts = toFacts(request);
  const { standsInFor, reasons } =
    verdict === "REJECT"
      ? standingOf(facts, actor, at)
      : standingToAgree(facts, askingOf(request, ctx.approvalSubjects), actor, at);
  if (reasons.length > 0) return refusedFor(reasons);
  if (actor.id === null) throw new Error("The rules let nobody decide");
  const state = await writeDecision(db, request, { staffId: actor.id, standsInFor, verdict, note, key, at });
  const step = { ctx: { ...ctx, actor }, db, request, note };
  const against = await tellSubject(subject, state, step);
  if (against.length > 0) return refusedFor(against.map((text) => ({ code: "SUBJECT_REFUSES", text })));
  if (state === "OPEN") await tellApprovers(db, ctx, requestId);
  else await tellProposer(db, ctx, requestId, state === "GRANTED" ? "AGREEMENT_GIVEN" : "AGREEMENT_REFUSED");
  return done({ requestId });
}

/** What follows from the word, by where the request rests then. */
async function tellSubject(
  subject: OwnSubject<ActionContext>,
  state: ApprovalState,
  step: ApprovalStep<ActionContext>,
): Promise<SubjectRefusals> {
  if (state === "GRANTED") return subject.granted(step);
  if (state === "REJECTED") return subject.rejected(step);
  return subject.agreed?.(step) ?? [];
}

/** The same key says the same thing again, or is refused; null where it is fresh. */
async function answerOfKey(
  db: Db,
  { actor }: Pick<ActionContext, "actor">,
  { requestId, idempotencyKey, verdict, note }: DecideApproval,
): Promise<Answer | null> {
  const used = await db
    .selectFrom("approval_decision")
    .select(["request_id", "verdict", "note"])
    .where("staff_id", "=", actor.id)
    .where("key", "=", idempotencyKey)
    .executeTakeFirst();
  if (used === undefined) return null;
  return used.request_id === requestId && used.verdict === verdict && used.note === note
    ? done({ requestId })
    : refused({ kind: "KEY_REUSED" });
}

function refusedFor(reasons: readonly ApprovalRefusal[]): Answer {
  return refused({ kind: "REFUSED", reasons });
}
