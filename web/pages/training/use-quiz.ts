import type { ResultOf } from "gql.tada";
import { useEffect, useEffectEvent, useState } from "react";
import { useMutation } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { type Answers, QuizFragment } from "../../training/Quiz.tsx";

const StartTrainingMutation = graphql(
  `
    mutation startTraining($courseId: ID!) {
      startTraining(courseId: $courseId) {
        __typename
        ... on QuizReady {
          quiz {
            id
            ...Quiz_quiz
          }
        }
        ... on Problem {
          message
        }
      }
    }
  `,
  [QuizFragment],
);

const SubmitQuizMutation = graphql(
  `
    mutation submitQuiz($input: SubmitQuizInput!) {
      submitQuiz(input: $input) {
        __typename
        ... on QuizGraded {
          quiz {
            id
            score
            passed
            mayTryAgain
            record {
              id
              state
              certificateUrl
            }
            ...Quiz_quiz
          }
        }
        ... on Problem {
          message
        }
      }
    }
  `,
  [QuizFragment],
);

type Ready = Extract<ResultOf<typeof StartTrainingMutation>["startTraining"], { readonly __typename: "QuizReady" }>;

/** A course's quiz: begun, handed in, and what came of it. Until it is handed in it is read in the page's language. */
export function useQuiz(courseId: string | undefined) {
  const language = useLanguage();
  const [started, start] = useMutation(StartTrainingMutation);
  const [graded, submit] = useMutation(SubmitQuizMutation);
  const [quiz, setQuiz] = useState<Ready["quiz"] | null>(null);
  /** What was handed in last and is not known to have arrived; null where the quiz was asked for since. */
  const [given, setGiven] = useState<{ readonly attemptId: string; readonly answers: Answers } | null>(null);
  const answer = graded.data?.submitQuiz;

  /** Whether there is one to answer now: what was begun and not handed in is gone on with. */
  async function begin(): Promise<boolean> {
    if (courseId === undefined) return false;
    setGiven(null);
    const { data } = await start({ courseId });
    if (data?.startTraining.__typename !== "QuizReady") return false;
    setQuiz(data.startTraining.quiz);
    return true;
  }

  async function handIn(attemptId: string, answers: Answers): Promise<void> {
    setGiven({ attemptId, answers });
    const all = [...answers].map(([question, chosen]) => ({ question, chosen: [...chosen] }));
    await submit({ input: { attemptId, answers: all } });
  }

  const readAnew = useEffectEvent(() => {
    if (quiz !== null && given === null) void begin();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same quiz is asked for in the other language
  useEffect(() => readAnew(), [language]);

  return {
    quiz,
    result: answer?.__typename === "QuizGraded" && answer.quiz.id === quiz?.id ? answer.quiz : null,
    refusal: messageOf(started.data?.startTraining) ?? messageOf(answer),
    failed: given === null ? started.error : graded.error,
    isBeginning: started.fetching,
    isGrading: graded.fetching,
    given,
    begin,
    handIn,
  };
}

function messageOf(told: object | undefined): string | null {
  return told !== undefined && "message" in told && typeof told.message === "string" ? told.message : null;
}
