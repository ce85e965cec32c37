import type { SampleAnswer } from "./checklist.ts";

/** How often each answer was given to a question. */
export interface QuestionResult {
  readonly text: string;
  readonly counts: Readonly<Record<SampleAnswer, number>>;
}

interface Answered {
  readonly question: string;
  readonly answer: SampleAnswer;
}

/** The answers of all items, question by question, in the order of the questions. */
export function resultsByQuestion(
  questions: readonly { readonly code: string; readonly text: string }[],
  items: readonly (readonly Answered[])[],
): readonly QuestionResult[] {
  const given = items.flat();
  return questions.map(({ code, text }) => {
    const count = (answer: SampleAnswer) =>
      given.filter((one) => one.question === code && one.answer === answer).length;
    return { text, counts: { YES: count("YES"), NO: count("NO"), NOT_APPLICABLE: count("NOT_APPLICABLE") } };
  });
}
