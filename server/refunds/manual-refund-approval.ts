import type { ApprovalStep, ApprovalSubject, SubjectRefusals } from "../approvals/approval-subjects.ts";
import { lockCaseOf, moveByRequest } from "../cases/actions/move-by-request.ts";
import { workflow } from "../cases/domain/workflow.ts";
import type { ActionContext } from "../request-context.ts";
import { systemActor } from "../staff/domain/actor.ts";
import { actionFor, type ReportedEvent, toDetail } from "./domain/provider-report.ts";
import { findRefund } from "./queries/find-refund.ts";

type Step = ApprovalStep<ActionContext>;

/** Money that was moved outside counts as refunded when everybody has agreed; turned down or lapsed, it is free again. */
export const manualRefundApproval: ApprovalSubject<ActionContext> = {
  // Whoever agrees to money needs the same training by this road as by the case's own.
  training: workflow.GRANT_APPROVAL.training,
  lock: lockCaseOf,
  agreed: (step) => report(step, "AGREE_BY_HAND"),
  granted: (step) => report(step, "PAY_BY_HAND"),
  rejected: (step) => report(step, "REFUSE_BY_HAND"),
  expired: (step) => report({ ...step, ctx: { ...step.ctx, actor: systemActor } }, "REFUSE_BY_HAND"),
};

async function report({ ctx, db, request }: Step, event: ReportedEvent): Promise<SubjectRefusals> {
  const refund = await findRefund(db, request.subject_id);
  if (refund === undefined) throw new Error(`Approval ${request.id} is of a refund that is not there`);
  const reference = typeof request.detail["reference"] === "string" ? request.detail["reference"] : null;
  const detail = toDetail({ event, key: refund.instruction_key, reference, code: null, notBefore: null });
  return moveByRequest(ctx, db, request, { action: actionFor(event), input: { refundId: refund.id, detail } });
}
