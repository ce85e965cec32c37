import type { BilingualText } from "../../policies/domain/policy-content.ts";
import { type CourseContent, contentLimits, type QuizQuestion } from "./course-content.ts";
import type { TrainingRefusal } from "./training-refusal.ts";

/** What keeps a draft from being published, all of it. A draft itself may be as unfinished as its author likes. */
export function contentProblems(content: CourseContent): readonly TrainingRefusal[] {
  return [
    ...(isWhole(content.title) && isWhole(content.summary) ? [] : [{ code: "TEXT_MISSING", where: 0 } as const]),
    ...(content.sections.length === 0 ? [{ code: "NO_SECTIONS" } as const] : []),
    ...content.sections.flatMap(({ heading, body }, index) =>
      isWhole(heading) && isWhole(body) ? [] : [{ code: "TEXT_MISSING", where: index + 1 } as const],
    ),
    ...(content.questions.length === 0 ? [{ code: "NO_QUESTIONS" } as const] : []),
    ...content.questions.flatMap((question, index) => questionProblem(question, index + 1)),
    ...numberProblems(content),
  ];
}

function questionProblem(question: QuizQuestion, number: number): readonly TrainingRefusal[] {
  const { options, kind } = question;
  const texts = [question.prompt, question.explanation, ...options.map(({ text }) => text)];
  const right = options.filter((option) => option.right).length;
  // Of several answers all may be right, but then there is nothing to choose.
  const choosable = kind === "SINGLE" ? right === 1 : right >= 1 && right < options.length;
  return [
    ...(texts.every(isWhole) ? [] : [{ code: "QUESTION_TEXT_MISSING", question: number } as const]),
    ...(options.length >= 2 && choosable ? [] : [{ code: "QUESTION_WITHOUT_ANSWER", question: number } as const]),
  ];
}

function numberProblems({ passMark, validityMonths, attemptsAllowed, minutes }: CourseContent) {
  const within = (value: number | null, most: number) => value === null || (value >= 1 && value <= most);
  const fits =
    within(passMark, 100) &&
    within(validityMonths, contentLimits.months) &&
    within(attemptsAllowed, contentLimits.attempts) &&
    within(minutes, contentLimits.minutes);
  return fits ? [] : [{ code: "NUMBER_OUT_OF_RANGE" } as const];
}

function isWhole({ zh, en }: BilingualText): boolean {
  return zh.trim() !== "" && en.trim() !== "";
}
