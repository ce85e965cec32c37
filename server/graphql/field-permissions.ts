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
  "Query.node": "SIGNED_IN",
  "Query.staff": "staff.read",
  "Query.merchants": "transaction.read",
  "Query.transactions": "transaction.read",
  "Query.transaction": "transaction.read",
  "Query.importRuns": "import.run",
  "Query.importRun": "import.run",
  "Query.importErrors": "import.run",
  "Query.disputes": "case.read",
  "Query.disputeRulePacks": "case.read",
  "Query.case": "PUBLIC",
  "Query.cases": "case.read",
  "Query.caseCounts": "case.read",
  "Query.evidenceLimits": "PUBLIC",
  "Query.findPayment": "PUBLIC",
  "Query.trackedCase": "PUBLIC",
  "Query.duplicatesOf": "case.open",
  "Query.previewRequest": "case.open",
  "Query.refunds": "case.read",
  "Query.policies": "policy.read",
  "Query.policyInForce": "PUBLIC",
  "Subscription.caseChanged": "PUBLIC",
  "Subscription.queueChanged": "case.read",

  // Who of the desk works on a case is the desk's own business.
  "Staff.email": "staff.read",
  "Case.assignee": "staff.read",
  "CaseEvent.actor": "staff.read",

  // How the desk comes to its decision is not for the customer, who comes by the link of their case.
  "Case.checks": "case.read",
  "Case.clocks": "case.read",
  "Case.bindingClock": "case.read",
  "Case.dueAt": "case.read",
  "Case.proposed": "case.read",
  "Case.waitsOn": "case.read",
  "Case.refundable": "case.read",
  "Case.events": "case.read",
  "Case.decision": "case.note",
  // Winning and losing are words between desk and bank.
  "Case.dispute": "case.read",
  "Transaction.cases": "case.read",
  "Check.reason": "case.note",
  "CaseEvent.facts": "case.note",
  // Where the money is, is for everyone with the case; what passed between desk and provider is not.
  "Refund.attempts": "case.note",
  "Refund.failure": "case.read",
  "Refund.providerReference": "case.read",
  "Customer.phone": "customer.readContact",
  "Customer.email": "customer.readContact",

  // The public text of a policy is for everyone; how it decides is for whoever works by it.
  "PolicyVersion.rows": "policy.read",
  "PolicyVersion.otherwise": "policy.read",
  "PolicyVersion.approvalTiers": "policy.read",

  "Mutation.acceptOffer": "PUBLIC",
  "Mutation.addNote": "PUBLIC",
  "Mutation.attachEvidence": "PUBLIC",
  "Mutation.requestEvidenceUpload": "PUBLIC",
  "Mutation.submitRequest": "PUBLIC",
  "Mutation.openCaseForCustomer": "case.open",
  "Mutation.approveRefund": "PUBLIC",
  "Mutation.assignCase": "PUBLIC",
  "Mutation.beginVerification": "PUBLIC",
  "Mutation.closeCase": "PUBLIC",
  "Mutation.contestDecision": "PUBLIC",
  "Mutation.declineRequest": "PUBLIC",
  "Mutation.grantApproval": "PUBLIC",
  "Mutation.makeOffer": "PUBLIC",
  "Mutation.provideInformation": "PUBLIC",
  "Mutation.recordCheck": "PUBLIC",
  "Mutation.recordManualRefund": "PUBLIC",
  "Mutation.recordMerchantAnswer": "PUBLIC",
  "Mutation.rejectApproval": "PUBLIC",
  "Mutation.rejectOffer": "PUBLIC",
  "Mutation.reopenCase": "PUBLIC",
  "Mutation.requestInformation": "PUBLIC",
  "Mutation.retryRefund": "PUBLIC",
  "Mutation.sendMessage": "PUBLIC",
  "Mutation.withdrawCase": "PUBLIC",
  "Query.referrals": "case.read",
  "Query.agencies": "PUBLIC",
  "Mutation.escalateCaseToBank": "PUBLIC",
  "Mutation.advanceDispute": "PUBLIC",
  "Mutation.recordBankRuling": "PUBLIC",
  "Mutation.referCaseToAgency": "PUBLIC",
  "Mutation.advanceReferral": "PUBLIC",
  "Mutation.recordAgencyOutcome": "PUBLIC",
} as const satisfies Readonly<Record<string, FieldAccess>>;
