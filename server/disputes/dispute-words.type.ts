import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { evidenceNeeds } from "./domain/evidence-needed.ts";
import {
  bankRulings,
  disputeReasons,
  disputeSides,
  disputeStates,
  disputeSteps,
  disputeWorkflows,
} from "./domain/words.ts";
import { disputeOrders } from "./queries/list-disputes.ts";

export const DisputeStateEnum = wordsEnum(disputeStates);
registerEnumType(DisputeStateEnum, {
  name: "DisputeState",
  description:
    "The canonical stages of a dispute. WON and LOST are the merchant's side of it, and never shown to a customer.",
});

export const DisputeStepEnum = wordsEnum(disputeSteps);
registerEnumType(DisputeStepEnum, { name: "DisputeStep", description: "A move inside the bank stage." });

export const DisputeSideEnum = wordsEnum(disputeSides);
registerEnumType(DisputeSideEnum, {
  name: "DisputeSide",
  description: "The desk for the merchant, or the bank for its cardholder.",
});

export const DisputeWorkflowEnum = wordsEnum(disputeWorkflows);
registerEnumType(DisputeWorkflowEnum, {
  name: "DisputeWorkflow",
  description:
    "ALLOCATION: the acquirer starts pre-arbitration. COLLABORATION: the issuer does, after the merchant's answer.",
});

export const BankRulingEnum = wordsEnum(bankRulings);
registerEnumType(BankRulingEnum, { name: "BankRuling", description: "How the bank ends its stage." });

export const DisputeReasonEnum = wordsEnum(disputeReasons);
registerEnumType(DisputeReasonEnum, {
  name: "DisputeReason",
  description: "What a dispute is about, whatever each network's code for it.",
});

export const EvidenceNeedEnum = wordsEnum(evidenceNeeds);
registerEnumType(EvidenceNeedEnum, {
  name: "EvidenceNeed",
  description: "MUST: without it the answer fails. ONE_OF: any one of these will do. HELPFUL: better with it.",
});

export const DisputeOrderEnum = wordsEnum(disputeOrders);
registerEnumType(DisputeOrderEnum, {
  name: "DisputeOrder",
  description: "NEWEST: the latest opened first. DEADLINE: the one whose case has the least time left comes first.",
});
