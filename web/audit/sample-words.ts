import type {
  FindingSeverity,
  FindingState,
  SampleAnswer,
  SampleKind,
  SampleQuestionCode,
  SampleStrata,
} from "../graphql/words.ts";

export const sampleKinds: readonly SampleKind[] = ["RANDOM", "STRATIFIED", "RISK"];
export const sampleStrata: readonly SampleStrata[] = ["OUTCOME", "DECIDER", "AMOUNT"];
export const sampleAnswers: readonly SampleAnswer[] = ["YES", "NO", "NOT_APPLICABLE"];
export const severities: readonly FindingSeverity[] = ["LOW", "MEDIUM", "HIGH", "CRITICAL"];
export const findingStates: readonly FindingState[] = ["OPEN", "IN_PROGRESS", "DONE", "VERIFIED"];

export interface Said {
  readonly answer: SampleAnswer;
  readonly note: string;
}

/** What a reviewer has said so far, by question. */
export type Answers = Partial<Record<SampleQuestionCode, Said>>;
