import type { ApprovalSubjects } from "./approvals/approval-subjects.ts";
import { checkWaiverApproval } from "./cases/check-waiver-approval.ts";
import { policyApproval } from "./policies/policy-approval.ts";
import { manualRefundApproval } from "./refunds/manual-refund-approval.ts";
import { refundApproval } from "./refunds/refund-approval.ts";
import type { ActionContext } from "./request-context.ts";
import { roleApproval } from "./roles/role-approval.ts";

/** What happens when everybody has agreed, somebody has not, or nobody answered: one row a kind. One that is missing does not compile. */
export const approvalSubjects: ApprovalSubjects<ActionContext> = {
  REFUND: refundApproval,
  ROLE: roleApproval,
  MANUAL_REFUND: manualRefundApproval,
  CHECK_WAIVER: checkWaiverApproval,
  POLICY_VERSION: policyApproval,
};
