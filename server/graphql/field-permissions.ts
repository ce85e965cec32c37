import type { Permission } from "../staff/domain/permissions.ts";

/** PUBLIC: whoever reaches it. SIGNED_IN: any member of staff. Else the permission that it takes. */
export type FieldAccess = Permission | "PUBLIC" | "SIGNED_IN";

/**
 * Who may have which field. Every field that begins a request stands here; of the other types only those fields that are
 * closer held than the object they belong to. Which rows someone sees is said in `staff/scope.ts`, which actions a case
 * allows in the workflow: those mutations are PUBLIC here, and answer a stranger that there is no such case.
 */
export const fieldPermissions = {
  "Query.viewer": "PUBLIC",
  "Query.staff": "staff.read",
  "Staff.email": "staff.read",
  "Query.policies": "policy.read",
  "Query.policyInForce": "PUBLIC",
  "PolicyVersion.rows": "policy.read",
  "PolicyVersion.otherwise": "policy.read",
  "PolicyVersion.approvalTiers": "policy.read",
  "Case.decision": "case.note",
  "Query.case": "case.read",
  "Query.cases": "case.read",
  "Query.caseCounts": "case.read",
  "Query.merchants": "case.read",
  "Subscription.caseChanged": "case.read",
  "Subscription.queueChanged": "case.read",
  "Case.assignee": "case.read",
  "Case.checks": "case.read",
  "Case.clocks": "case.read",
  "Case.bindingClock": "case.read",
  "Case.events": "case.read",
  "Case.refundable": "case.read",
  "Case.proposed": "case.read",
  "CaseEvent.actor": "case.read",
  "Check.reason": "case.note",
  "Mutation.requestInformation": "PUBLIC",
  "Mutation.provideInformation": "PUBLIC",
  "Mutation.beginVerification": "PUBLIC",
  "Mutation.recordCheck": "PUBLIC",
  "Mutation.recordMerchantAnswer": "PUBLIC",
  "Mutation.approveRefund": "PUBLIC",
  "Mutation.declineRequest": "PUBLIC",
  "Mutation.grantApproval": "PUBLIC",
  "Mutation.rejectApproval": "PUBLIC",
  "Mutation.retryRefund": "PUBLIC",
  "Mutation.contestDecision": "PUBLIC",
  "Mutation.makeOffer": "PUBLIC",
  "Mutation.acceptOffer": "PUBLIC",
  "Mutation.rejectOffer": "PUBLIC",
  "Mutation.withdrawCase": "PUBLIC",
  "Mutation.closeCase": "PUBLIC",
  "Mutation.reopenCase": "PUBLIC",
  "Mutation.assignCase": "PUBLIC",
  "Mutation.addNote": "PUBLIC",
  "Mutation.sendMessage": "PUBLIC",
} as const satisfies Readonly<Record<string, FieldAccess>>;
