import type { ApprovalSubject } from "../approvals/approval-subjects.ts";
import type { ActionContext } from "../request-context.ts";
import { applyRoleChange, settleRoleChange } from "./actions/settle-role-change.ts";
import { gainingNow } from "./queries/gaining-now.ts";

/** A change of a role, agreed to by somebody who neither proposed it nor gains by it. */
export const roleApproval: ApprovalSubject<ActionContext> = {
  training: [],
  barredSince: gainingNow,
  granted: ({ ctx, db, request }) => applyRoleChange(db, request, ctx.clock.now()),
  rejected: async ({ ctx, db, request }) => {
    await settleRoleChange(db, request.subject_id, "REJECTED", ctx.clock.now());
    return [];
  },
  expired: async ({ ctx, db, request }) => {
    await settleRoleChange(db, request.subject_id, "EXPIRED", ctx.clock.now());
    return [];
  },
};
