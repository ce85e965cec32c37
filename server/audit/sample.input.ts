import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { DateTime, DayScalar, Uuid } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import { type SampleAnswer, type SampleQuestion, sampleAnswers, sampleQuestions } from "./domain/checklist.ts";
import { type SampleKind, type SampleStrata, sampleKinds, sampleStrata } from "./domain/sampling.ts";

export const SampleKindEnum = wordsEnum(sampleKinds);
registerEnumType(SampleKindEnum, {
  name: "SampleKind",
  description:
    'How a sample is drawn. Its population is every case with a decision of the desk (AUTO_APPROVE, APPROVE_REFUND, DECLINE_REQUEST) within the period and up to the boundary `asOf`; of a case the last such decision counts. Its rank is the SHA-256, in hexadecimal, of the text "seed:case number". RANDOM takes the smallest ranks. STRATIFIED makes groups; each gets one, and the rest goes one by one to the group for which population × size − given × total is largest (of equals the first by name); within a group the smallest ranks. RISK takes the cases with most exceptions first, among equals the smallest ranks. `populationHash` is the SHA-256 of the population\'s case numbers, sorted, joined by line feeds.',
});
export const SampleStrataEnum = wordsEnum(sampleStrata);
registerEnumType(SampleStrataEnum, {
  name: "SampleStrata",
  description:
    "What the groups of a stratified sample are made by: the kind of decision, who decided, or the quarter of its currency's cases that the amount lies in.",
});
export const SampleAnswerEnum = wordsEnum(sampleAnswers);
registerEnumType(SampleAnswerEnum, { name: "SampleAnswer", description: "The answer to a question of the checklist." });
export const SampleQuestionEnum = wordsEnum(sampleQuestions);
registerEnumType(SampleQuestionEnum, { name: "SampleQuestionCode", description: "A question that a person answers." });

@InputType("SamplePlanInput", { description: "What is drawn from, and how. Days are the desk's." })
export class SamplePlanInput {
  @Field(() => SampleKindEnum)
  kind!: SampleKind;

  @Field(() => SampleStrataEnum, { nullable: true, description: "Of a STRATIFIED sample, and of no other." })
  stratifyBy!: SampleStrata | null;

  @Field(() => String, { description: "4 to 64 letters, digits, dots, underscores or hyphens." })
  seed!: string;

  @Field(() => Int, { description: "1 to 100; a smaller population is drawn as a whole." })
  size!: number;

  @Field(() => DayScalar)
  from!: Day;

  @Field(() => DayScalar)
  to!: Day;
}

@InputType("DrawSampleInput", { description: "A plan as it was previewed." })
export class DrawSampleInput {
  @Field(() => String, { description: "What the sample is called, up to 120 characters." })
  title!: string;

  @Field(() => SamplePlanInput)
  plan!: SamplePlanInput;

  @Field(() => DateTime, { description: "`SamplePreview.asOf`." })
  asOf!: Date;

  @Field(() => String, { description: "`SamplePreview.populationHash`; where it differs by now, nothing is drawn." })
  populationHash!: string;

  @Field(() => Uuid, { description: "Made once per intention; sent again it gives the same sample." })
  idempotencyKey!: string;
}

@InputType("SampleAnswerInput")
export class SampleAnswerInput {
  @Field(() => SampleQuestionEnum)
  question!: SampleQuestion;

  @Field(() => SampleAnswerEnum)
  answer!: SampleAnswer;

  @Field(() => String, { nullable: true, description: "Up to 1000 characters; needed where the answer is NO." })
  note!: string | null;
}

@InputType("ReviewSampleItemInput", {
  description: "All that the reviewer says so far; it takes the place of what was said before.",
})
export class ReviewSampleItemInput {
  @Field(() => ID)
  itemId!: string;

  @Field(() => Int)
  expectedVersion!: number;

  @Field(() => [SampleAnswerInput])
  answers!: readonly SampleAnswerInput[];
}
