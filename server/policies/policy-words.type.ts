import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { policyScopes } from "./domain/choose-policy.ts";
import { contentFaultCodes } from "./domain/content-faults.ts";
import { policyParts } from "./domain/diff-policies.ts";
import { changeKinds, draftActions, draftStates } from "./domain/draft-life.ts";
import { feeBearers, policyOutcomes } from "./domain/policy-content.ts";
import { testOutcomes } from "./domain/run-tests.ts";
import { versionStates } from "./domain/version-life.ts";

export const PolicyOutcomeEnum = wordsEnum(policyOutcomes);
registerEnumType(PolicyOutcomeEnum, {
  name: "PolicyOutcome",
  description: "What a policy says of a case. REVIEW: it leaves the case to a person.",
});

export const FeeBearerEnum = wordsEnum(feeBearers);
registerEnumType(FeeBearerEnum, { name: "FeeBearer", description: "Who pays what a refund costs." });

export const PolicyScopeEnum = wordsEnum(policyScopes);
registerEnumType(PolicyScopeEnum, {
  name: "PolicyScope",
  description:
    "For whom a policy holds, the narrowest first. Of the policies that hold for a case the narrowest decides.",
});

export const PolicyDraftStateEnum = wordsEnum(draftStates);
registerEnumType(PolicyDraftStateEnum, {
  name: "PolicyDraftState",
  description: "Where a draft rests. APPROVED: two people agreed who wrote none of it.",
});

export const PolicyChangeKindEnum = wordsEnum(changeKinds);
registerEnumType(PolicyChangeKindEnum, {
  name: "PolicyChangeKind",
  description: "MAJOR changes what is decided, and everybody reads it again. MINOR changes the wording only.",
});

export const PolicyDraftActionEnum = wordsEnum(draftActions);
registerEnumType(PolicyDraftActionEnum, { name: "PolicyDraftAction", description: "What can be done with a draft." });

export const PolicyVersionStateEnum = wordsEnum(versionStates);
registerEnumType(PolicyVersionStateEnum, {
  name: "PolicyVersionState",
  description:
    "SCHEDULED: published, and decides from a time to come. RETIRED: a later version took over, or the policy ended. WITHDRAWN: taken back before it began, so that it never decided anything.",
});

export const PolicyPartEnum = wordsEnum(policyParts);
registerEnumType(PolicyPartEnum, { name: "PolicyPart", description: "A section of a policy." });

export const PolicyDifferenceEnum = wordsEnum(["ADDED", "REMOVED", "CHANGED", "MOVED"] as const);
registerEnumType(PolicyDifferenceEnum, {
  name: "PolicyDifference",
  description: "How two versions differ in one place.",
});

export const PolicyFindingKindEnum = wordsEnum(["GAP", "UNREACHABLE", "OVERLAP", "TOO_LARGE"] as const);
registerEnumType(PolicyFindingKindEnum, {
  name: "PolicyFindingKind",
  description:
    "GAP: all is known and no row decides. UNREACHABLE: the rows above decide every case of this one. OVERLAP: rows that cross and say different things, so that order alone decides; worth a look, and no obstacle. TOO_LARGE: the table could not be reckoned to its end, so that nobody knows of its gaps.",
});

export const PolicyFaultEnum = wordsEnum(contentFaultCodes);
registerEnumType(PolicyFaultEnum, { name: "PolicyFault", description: "What keeps a text from review as it stands." });

export const PolicyTestOutcomeEnum = wordsEnum(testOutcomes);
registerEnumType(PolicyTestOutcomeEnum, {
  name: "PolicyTestOutcome",
  description: "What a kept case must come out as. APPROVE_AT_ONCE: with nobody's hand.",
});
