import { registerEnumType } from "type-graphql";
import { wordsEnum } from "../graphql/words-enum.ts";
import { attemptAnswers, attemptOperations, refundKinds, refundModes, refundStates } from "./domain/words.ts";

export const RefundStateEnum = wordsEnum(refundStates);
registerEnumType(RefundStateEnum, {
  name: "RefundState",
  description:
    "Where an instruction is. UNKNOWN: sent and the answer lost; it is asked about, never blindly sent again.",
});

export const RefundKindEnum = wordsEnum(refundKinds);
registerEnumType(RefundKindEnum, {
  name: "RefundKind",
  description: "How the money goes back: a void takes back a sale of the day before it settles.",
});

export const RefundModeEnum = wordsEnum(refundModes);
registerEnumType(RefundModeEnum, {
  name: "RefundMode",
  description: "All of the sale, a part of it, or money that was moved outside and recorded by hand.",
});

export const AttemptOperationEnum = wordsEnum(attemptOperations);
registerEnumType(AttemptOperationEnum, {
  name: "RefundAttemptOperation",
  description: "What the provider was asked to do.",
});

export const AttemptAnswerEnum = wordsEnum(attemptAnswers);
registerEnumType(AttemptAnswerEnum, {
  name: "RefundAttemptAnswer",
  description: "What came of one exchange with the provider. SENT: no answer has been recorded.",
});
