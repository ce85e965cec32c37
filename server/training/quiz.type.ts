import { createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { grade } from "./domain/quiz.ts";
import { rightPlaces, shownPlaces, showQuiz } from "./domain/shown-quiz.ts";
import type { QuestionKind } from "./domain/words.ts";
import type { QuizRow } from "./queries/find-quiz.ts";
import { TrainingNotFoundType, TrainingRefusedType } from "./training.result.ts";
import { QuestionKindEnum } from "./training-words.type.ts";

@ObjectType("QuizOption", { simpleResolvers: true })
export class QuizOptionType {
  @Field(() => Int, { description: "Of this attempt only; to be given back as the answer." })
  place!: number;

  @Field(() => String)
  text!: string;
}

@ObjectType("QuizQuestion", {
  simpleResolvers: true,
  description: "A question in the order of one attempt. Nothing here tells the answer before it is handed in.",
})
export class QuizQuestionType {
  @Field(() => Int, { description: "Of this attempt only; to be given back with the answer." })
  place!: number;

  @Field(() => QuestionKindEnum)
  kind!: QuestionKind;

  @Field(() => String)
  prompt!: string;

  @Field(() => [QuizOptionType])
  options!: readonly QuizOptionType[];
}

@ObjectType("QuizOutcome", { simpleResolvers: true, description: "What became of one question, once handed in." })
export class QuizOutcomeType {
  @Field(() => Int)
  place!: number;

  @Field(() => Boolean)
  right!: boolean;

  @Field(() => String)
  explanation!: string;

  @Field(() => [Int], {
    nullable: true,
    description: "The right options, by place; null while the same quiz can still be tried again.",
  })
  rightOptions!: readonly number[] | null;
}

@ObjectType("Quiz", { description: "One attempt of the viewer's at a course's quiz." })
export class QuizType {
  row!: QuizRow;

  @Field(() => ID)
  id!: string;

  @Field(() => Int, { description: "Which attempt of this assignment it is." })
  number!: number;

  @Field(() => Int, { description: "Per cent of questions that must be right." })
  passMark!: number;

  @Field(() => [QuizQuestionType])
  questions!: readonly QuizQuestionType[];

  @Field(() => Boolean)
  submitted!: boolean;

  @Field(() => Int, { nullable: true, description: "Null before it is handed in." })
  score!: number | null;

  @Field(() => Boolean, { nullable: true, description: "Null before it is handed in." })
  passed!: boolean | null;

  @Field(() => Boolean, { description: "Whether the assignment can be tried again." })
  mayTryAgain!: boolean;

  @Field(() => [QuizOutcomeType], { description: "Empty before it is handed in." })
  outcomes!: readonly QuizOutcomeType[];
}

export function toQuiz(row: QuizRow, locale: Locale): QuizType {
  const { content, seed, submittedAt } = row;
  const questions = showQuiz(content.questions, seed).map(({ place, kind, prompt, options }) => ({
    place,
    kind,
    prompt: localised(prompt, locale),
    options: options.map((option) => ({ place: option.place, text: localised(option.text, locale) })),
  }));
  return Object.assign(new QuizType(), {
    row,
    id: toGlobalId("Quiz", row.id),
    number: row.number,
    passMark: content.passMark,
    questions,
    submitted: submittedAt !== null,
    score: row.score,
    passed: row.passed,
    mayTryAgain: submittedAt !== null && row.recordOpen,
    outcomes: submittedAt === null ? [] : outcomesOf(row, locale),
  });
}

/** The right options of a quiz that will be asked again are not told, or the next attempt would prove nothing. */
function outcomesOf({ content, seed, answers, recordOpen }: QuizRow, locale: Locale): readonly QuizOutcomeType[] {
  const { right } = grade(content.questions, content.passMark, answers ?? []);
  return shownPlaces(content.questions, seed).flatMap((number, place) => {
    const question = content.questions[number];
    if (question === undefined) return [];
    const explanation = localised(question.explanation, locale);
    const rightOptions = recordOpen ? null : rightPlaces(question, number, seed);
    return [{ place, right: right[number] ?? false, explanation, rightOptions }];
  });
}

@ObjectType("QuizReady", { description: "The attempt that is under way: a new one, or the one that was begun before." })
export class QuizReadyType {
  @Field(() => QuizType)
  quiz!: QuizType;
}

export const StartTrainingResult = createUnionType({
  name: "StartTrainingResult",
  types: () => [QuizReadyType, TrainingRefusedType, TrainingNotFoundType] as const,
});

@ObjectType("QuizGraded", { description: "Handed in and graded; it stays as it is." })
export class QuizGradedType {
  @Field(() => QuizType)
  quiz!: QuizType;
}

export const SubmitQuizResult = createUnionType({
  name: "SubmitQuizResult",
  types: () => [QuizGradedType, TrainingRefusedType, TrainingNotFoundType] as const,
});
