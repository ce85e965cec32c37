import type { ApprovalSubject } from "../approvals/approval-subjects.ts";
import type { ActionContext } from "../request-context.ts";
import { lockCaseOf, moveByRequest } from "./actions/move-by-request.ts";
import { checkKinds } from "./domain/checks.ts";

const nothing = async () => [];

/** A check is let go when another person has agreed; turned down or lapsed, it stays as it is. */
export const checkWaiverApproval: ApprovalSubject<ActionContext> = {
  training: [],
  lock: lockCaseOf,
  granted: ({ ctx, db, request }) => {
    const check = checkKinds.find((kind) => kind === request.detail["check"]);
    const outcome = request.detail["outcome"] === "NOT_NEEDED" ? "NOT_NEEDED" : "WAIVED";
    if (check === undefined) throw new Error(`Approval ${request.id} names no check`);
    const input = { check, outcome, reason: request.reason, approvalId: request.id } as const;
    return moveByRequest(ctx, db, request, { action: "RECORD_CHECK", input });
  },
  rejected: nothing,
  expired: nothing,
};
