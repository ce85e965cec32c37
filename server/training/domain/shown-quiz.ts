import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { QuizQuestion } from "./course-content.ts";
import { type GivenAnswer, shuffled } from "./quiz.ts";
import type { QuestionKind } from "./words.ts";

/** A question as an attempt shows it: places are this attempt's own, and nothing tells which option is right. */
export interface ShownQuestion {
  readonly place: number;
  readonly kind: QuestionKind;
  readonly prompt: BilingualText;
  readonly options: readonly { readonly place: number; readonly text: BilingualText }[];
}

const orderOfQuestions = (questions: readonly QuizQuestion[], seed: string) => shuffled(questions.length, seed);
const orderOfOptions = ({ options }: QuizQuestion, question: number, seed: string) =>
  shuffled(options.length, `${seed} ${question}`);

/** The quiz of one attempt, in its own order. */
export function showQuiz(questions: readonly QuizQuestion[], seed: string): readonly ShownQuestion[] {
  return orderOfQuestions(questions, seed).flatMap((number, place) => {
    const question = questions[number];
    if (question === undefined) return [];
    const options = orderOfOptions(question, number, seed).flatMap((option, optionPlace) => {
      const text = question.options[option]?.text;
      return text === undefined ? [] : [{ place: optionPlace, text }];
    });
    return [{ place, kind: question.kind, prompt: question.prompt, options }];
  });
}

/** Answers by the places that were shown, as answers by the course's own; null where they fit no such quiz. */
export function asAuthored(
  questions: readonly QuizQuestion[],
  seed: string,
  answers: readonly GivenAnswer[],
): readonly GivenAnswer[] | null {
  const order = orderOfQuestions(questions, seed);
  const given: GivenAnswer[] = [];
  for (const answer of answers) {
    const number = order[answer.question];
    const question = number === undefined ? undefined : questions[number];
    if (number === undefined || question === undefined) return null;
    const options = orderOfOptions(question, number, seed);
    const chosen = answer.chosen.map((place) => options[place]);
    if (!chosen.every((option) => option !== undefined)) return null;
    if (question.kind === "SINGLE" && chosen.length > 1) return null;
    given.push({ question: number, chosen: [...new Set(chosen)] });
  }
  return new Set(given.map(({ question }) => question)).size === given.length ? given : null;
}

/** Where the course's own question number stood in this attempt. */
export function shownPlaces(questions: readonly QuizQuestion[], seed: string): readonly number[] {
  return orderOfQuestions(questions, seed);
}

/** The options that are right, by the places that were shown. */
export function rightPlaces(question: QuizQuestion, number: number, seed: string): readonly number[] {
  return orderOfOptions(question, number, seed).flatMap((option, place) =>
    question.options[option]?.right === true ? [place] : [],
  );
}
