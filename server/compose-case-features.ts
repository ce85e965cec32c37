import { callOffWaivers } from "./cases/actions/call-off-waivers.ts";
import { approvalEffects } from "./cases/approval-effects.ts";
import { checkAssignee, releaseGoneAssignee } from "./cases/assign-effect.ts";
import type { CaseFeatures } from "./cases/case-features.ts";
import { recordCheck } from "./cases/check-effect.ts";
import { linkEvidence } from "./cases/evidence-effect.ts";
import { linkPayment } from "./cases/payment-effect.ts";
import { evaluatePolicy } from "./cases/policy-effect.ts";
import { proposeCheckWaiver } from "./cases/waiver-effect.ts";
import { disputeEffects } from "./disputes/dispute-effects.ts";
import { disputeFacts } from "./disputes/dispute-facts.ts";
import { tellOfMove } from "./notices/actions/tell-of-move.ts";
import { referralEffects } from "./referrals/referral-effects.ts";
import { referralFacts } from "./referrals/referral-facts.ts";
import { refundEffects } from "./refunds/refund-effects.ts";
import { refundFacts } from "./refunds/refund-facts.ts";
import { threadEffects } from "./threads/thread-effects.ts";

/** Every effect that the workflow names, and every fact that comes from above. One that is missing does not compile. */
export const caseFeatures: CaseFeatures = {
  effects: {
    LINK_PAYMENT: linkPayment,
    RECORD_CHECK: recordCheck,
    PROPOSE_CHECK_WAIVER: proposeCheckWaiver,
    CHECK_ASSIGNEE: checkAssignee,
    RELEASE_GONE_ASSIGNEE: releaseGoneAssignee,
    EVALUATE_POLICY: evaluatePolicy,
    LINK_EVIDENCE: linkEvidence,
    ...approvalEffects,
    ...threadEffects,
    ...refundEffects,
    ...disputeEffects,
    ...referralEffects,
  },
  factSources: [refundFacts, disputeFacts, referralFacts],
  listeners: [callOffWaivers, tellOfMove],
};
