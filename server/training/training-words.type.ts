import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { certificateFates, questionKinds, recordCauses, recordStates, ruleKinds, standings } from "./domain/words.ts";

export const TrainingRecordStateEnum = wordsEnum(recordStates);
registerEnumType(TrainingRecordStateEnum, {
  name: "TrainingRecordState",
  description: "EXPIRED and MISSED (its window shut before it was passed) follow from the day, by the desk's calendar.",
});

export const TrainingCauseEnum = wordsEnum(recordCauses);
registerEnumType(TrainingCauseEnum, {
  name: "TrainingCause",
  description: "Why somebody has a record: a trainer's hand, their own, a rule, a file from outside, or a waiver.",
});

export const TrainingStandingEnum = wordsEnum(standings);
registerEnumType(TrainingStandingEnum, {
  name: "TrainingStanding",
  description: "How one person stands with one course. OVERDUE, LAPSED and MISSING are gaps.",
});

export const TrainingRuleKindEnum = wordsEnum(ruleKinds);
registerEnumType(TrainingRuleKindEnum, {
  name: "TrainingRuleKind",
  description:
    "ROLE: whoever has the role, later joiners included. POLICY: the role, for each major policy version. EXPIRY: whoever's record ends soon.",
});

export const QuestionKindEnum = wordsEnum(questionKinds);
registerEnumType(QuestionKindEnum, { name: "QuestionKind", description: "One right option, or one and more." });

export const CertificateFateEnum = wordsEnum(certificateFates);
registerEnumType(CertificateFateEnum, {
  name: "CertificateFate",
  description: "What becomes of certificates that are out: they keep their last day, or it is counted anew.",
});
