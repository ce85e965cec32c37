import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { feeBearers, policyOutcomes } from "./domain/policy-content.ts";

export const PolicyOutcomeEnum = wordsEnum(policyOutcomes);
registerEnumType(PolicyOutcomeEnum, {
  name: "PolicyOutcome",
  description: "What a policy says of a case. REVIEW: it leaves the case to a person.",
});

export const FeeBearerEnum = wordsEnum(feeBearers);
registerEnumType(FeeBearerEnum, { name: "FeeBearer", description: "Who pays what a refund costs." });
