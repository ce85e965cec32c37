import { decideApproval } from "../../approvals/actions/decide-approval.ts";
import type { ApprovalRefusal } from "../../approvals/domain/approval-refusal.ts";
import { approvalRefusalText } from "../../approvals/domain/approval-refusal-text.ts";
import { done, type Result, refused } from "../../kernel/result.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { ActionContext } from "../../request-context.ts";
import { type DraftRefusal, draftRefusals } from "../domain/draft-life.ts";
import { findDraftRequest } from "../queries/find-draft-request.ts";
import { findDraft } from "../queries/find-drafts.ts";
import { gatherDraftFacts } from "../queries/gather-draft-facts.ts";
import { type DraftCommand, hiddenFrom, type PolicyFailure } from "./change-draft.ts";

/**
 * One of the two agrees; with the second the text is approved. The draft's own reasons come first, all of them; the word
 * itself goes through the one door of decisions, which asks them again behind its lock.
 */
export async function approveDraft(
  ctx: ActionContext,
  { draftId, expectedRevision }: Omit<DraftCommand, "action">,
): Promise<Result<string, PolicyFailure>> {
  const { db, actor } = ctx;
  // Before the draft: whatever happens after this read makes either the draft's revision or the request's version another one.
  const request = draftId === null ? undefined : await findDraftRequest(db, draftId);
  const draft = draftId === null ? null : await findDraft(db, draftId);
  const hidden = hiddenFrom(actor);
  if (hidden !== null) return refused(hidden);
  if (draft === null || actor.id === null) return refused({ kind: "NOT_FOUND" });
  if (draft.revision !== expectedRevision) return refused({ kind: "STALE", draftId: draft.id });
  const reasons = draftRefusals(await gatherDraftFacts(db, draft), "APPROVE", actor);
  if (reasons.length > 0) return refused({ kind: "REFUSED", reasons });
  // Submitted between the two reads.
  if (request === undefined) return refused({ kind: "STALE", draftId: draft.id });
  const answer = await decideApproval(ctx, {
    requestId: request.id,
    expectedVersion: request.version,
    idempotencyKey: derivedId("approve policy", request.id, actor.id, `${expectedRevision}`),
    verdict: "GRANT",
    note: null,
  });
  if (answer.ok) return done(draft.id);
  return answer.error.kind === "REFUSED"
    ? refused({ kind: "REFUSED", reasons: answer.error.reasons.map(toDraftRefusal) })
    : refused({ kind: "STALE", draftId: draft.id });
}

function toDraftRefusal(reason: ApprovalRefusal): DraftRefusal {
  const text = { zh: approvalRefusalText(reason, "zh-CN"), en: approvalRefusalText(reason, "en") };
  return { code: "APPROVAL_REFUSES", text };
}
