import type { ApprovalSubject } from "../approvals/approval-subjects.ts";
import type { RequestRow } from "../approvals/queries/find-request.ts";
import type { ActionContext } from "../request-context.ts";
import { lockCaseOf, moveByRequest } from "./actions/move-by-request.ts";
import { type CheckKind, checkKinds } from "./domain/checks.ts";

/** A check is let go when another person has agreed; turned down or lapsed, it stays as it is. The case tells of each. */
export const checkWaiverApproval: ApprovalSubject<ActionContext> = {
  training: [],
  lock: lockCaseOf,
  granted: ({ ctx, db, request }) => {
    const outcome = request.detail["outcome"] === "NOT_NEEDED" ? "NOT_NEEDED" : "WAIVED";
    const input = { check: checkOf(request), outcome, reason: request.reason, approvalId: request.id } as const;
    return moveByRequest(ctx, db, request, { action: "RECORD_CHECK", input });
  },
  rejected: ({ ctx, db, request, note }) => {
    const input = { check: checkOf(request), approvalId: request.id, reason: note ?? "" };
    return moveByRequest(ctx, db, request, { action: "REJECT_CHECK_WAIVER", input });
  },
  expired: ({ ctx, db, request }) => {
    const input = { check: checkOf(request), approvalId: request.id };
    return moveByRequest(ctx, db, request, { action: "EXPIRE_CHECK_WAIVER", input });
  },
};

function checkOf({ id, detail }: RequestRow): CheckKind {
  const check = checkKinds.find((kind) => kind === detail["check"]);
  if (check === undefined) throw new Error(`Approval ${id} names no check`);
  return check;
}
