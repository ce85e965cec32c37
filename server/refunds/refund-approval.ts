import type { ApprovalFailure } from "../approvals/approval-command.ts";
import type { ApprovalSubject } from "../approvals/approval-subjects.ts";
import type { ApprovalRefusal } from "../approvals/domain/approval-refusal.ts";
import { findRequest } from "../approvals/queries/find-request.ts";
import { performOnLatest } from "../cases/actions/perform-on-latest.ts";
import type { CaseActionFailure } from "../cases/case-command.ts";
import type { CaseMove } from "../cases/domain/decide.ts";
import type { Refusal } from "../cases/domain/refusal.ts";
import { refusalText } from "../cases/domain/refusal-text.ts";
import { workflow } from "../cases/domain/workflow.ts";
import { done, refused } from "../kernel/result.ts";
import { derivedId } from "../platform/derived-id.ts";
import type { ActionContext } from "../request-context.ts";
import { systemActor } from "../staff/domain/actor.ts";
import type { RoleBook } from "../staff/domain/role-book.ts";

/** A refund is agreed to through the door of its case: the case's lock, event and money go with it. */
export const refundApproval: ApprovalSubject<ActionContext> = {
  training: workflow.GRANT_APPROVAL.training,
  decide: async (ctx, request, { verdict, note, idempotencyKey: key, expectedVersion }) => {
    const move: CaseMove =
      verdict === "GRANT"
        ? { action: "GRANT_APPROVAL", input: { note } }
        : { action: "REJECT_APPROVAL", input: { reason: note ?? "" } };
    // The case knows only of the request that is open now. Whoever decides an older one must not decide another sum by it.
    const onlyWhile = async () => {
      const now = await findRequest(ctx, request.id);
      return now?.state === "OPEN" && now.version === expectedVersion;
    };
    const latest = { caseId: getCaseId(request), move, key, onlyWhile, speaker: "AS_THEY_ARE" } as const;
    const result = await performOnLatest(ctx, latest);
    if (!result.ok) return refused(toFailure(result.error, request.id, ctx.actor.roles));
    // The case's door knows a key by its words alone; said before of an earlier request, it says nothing of this one.
    const isOfThis = (await findRequestOfEvent(ctx, result.value.eventId)) === request.id;
    return isOfThis ? done({ requestId: request.id }) : refused({ kind: "KEY_REUSED" });
  },
  expire: async (ctx, request) => {
    const move: CaseMove = { action: "EXPIRE_APPROVAL", input: {} };
    const key = derivedId("approval", request.id, "expire");
    const system = { ...ctx, actor: systemActor };
    return (await performOnLatest(system, { caseId: getCaseId(request), move, key })).ok;
  },
};

/** The request on which somebody spoke by an event of its case: the event is the key of their word. */
async function findRequestOfEvent({ db, actor }: ActionContext, eventId: string): Promise<string | null> {
  const said = await db
    .selectFrom("approval_decision")
    .select("request_id")
    .where("staff_id", "=", actor.id)
    .where("key", "=", eventId)
    .executeTakeFirst();
  return said?.request_id ?? null;
}

function getCaseId({ id, case_id }: { readonly id: string; readonly case_id: string | null }): string {
  if (case_id === null) throw new Error(`Approval ${id} is of a refund without a case`);
  return case_id;
}

function toFailure(failure: CaseActionFailure, requestId: string, roles: RoleBook): ApprovalFailure {
  switch (failure.kind) {
    case "REFUSED":
      return { kind: "REFUSED", reasons: failure.reasons.map((refusal) => toReason(refusal, roles)) };
    case "STALE":
      return { kind: "STALE", requestId };
    default:
      return { kind: failure.kind };
  }
}

/**
 * In the case's own words: they say what becomes of the money. A course that is missing is named, so that the way to it can
 * be shown; and who is gone, as by every other approval.
 */
function toReason(refusal: Refusal, roles: RoleBook): ApprovalRefusal {
  switch (refusal.code) {
    case "TRAINING_MISSING":
    case "NOT_AT_WORK":
    case "KEY_ENDED":
      return refusal;
  }
  const text = { zh: refusalText(refusal, "zh-CN", roles), en: refusalText(refusal, "en", roles) };
  return { code: "SUBJECT_REFUSES", text };
}
