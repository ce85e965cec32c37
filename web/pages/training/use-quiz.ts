import { readFragment } from "gql.tada";
import { useState } from "react";
import { useMutation, useQuery } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { type Answers, QuizFragment } from "../../training/Quiz.tsx";

const UseQuizFragment = graphql(
  `
    fragment UseQuiz_quiz on Quiz {
      id
      submitted
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
  `,
  [QuizFragment],
);

const UseQuizQuery = graphql(
  `
    query UseQuiz($id: ID!) {
      quiz(id: $id) {
        id
        ...UseQuiz_quiz
      }
    }
  `,
  [UseQuizFragment],
);

const StartTrainingMutation = graphql(
  `
    mutation startTraining($courseId: ID!) {
      startTraining(courseId: $courseId) {
        __typename
        ... on QuizReady {
          quiz {
            id
            ...UseQuiz_quiz
          }
        }
        ... on Problem {
          message
        }
      }
    }
  `,
  [UseQuizFragment],
);

const SubmitQuizMutation = graphql(
  `
    mutation submitQuiz($input: SubmitQuizInput!) {
      submitQuiz(input: $input) {
        __typename
        ... on QuizGraded {
          quiz {
            id
            ...UseQuiz_quiz
          }
        }
        ... on Problem {
          message
        }
      }
    }
  `,
  [UseQuizFragment],
);

/** A course's quiz: begun, handed in, and what came of it, in the page's language also where that changes meanwhile. */
export function useQuiz(courseId: string | undefined) {
  const [started, start] = useMutation(StartTrainingMutation);
  const [graded, submit] = useMutation(SubmitQuizMutation);
  const [attemptId, setAttemptId] = useState<string | null>(null);
  const [{ data }, readAnew] = useQuery({
    query: UseQuizQuery,
    variables: { id: attemptId ?? "" },
    pause: attemptId === null,
  });
  /** What was handed in last and is not known to have arrived; null where the quiz was asked for since. */
  const [given, setGiven] = useState<{ readonly attemptId: string; readonly answers: Answers } | null>(null);
  const quiz = attemptId === null ? null : readFragment(UseQuizFragment, data?.quiz ?? null);

  /** Whether there is one to answer now: what was begun and not handed in is gone on with. */
  async function begin(): Promise<boolean> {
    if (courseId === undefined) return false;
    setGiven(null);
    const { data: answer } = await start({ courseId });
    if (answer?.startTraining.__typename !== "QuizReady") return false;
    setAttemptId(answer.startTraining.quiz.id);
    return true;
  }

  async function handIn(id: string, answers: Answers): Promise<void> {
    setGiven({ attemptId: id, answers });
    const all = [...answers].map(([question, chosen]) => ({ question, chosen: [...chosen] }));
    const { data: answer } = await submit({ input: { attemptId: id, answers: all } });
    // It was handed in elsewhere, or the course is shut: the page shows how it stands.
    if (answer !== undefined && answer.submitQuiz.__typename !== "QuizGraded")
      readAnew({ requestPolicy: "network-only" });
  }

  return {
    quiz,
    refusal: messageOf(started.data?.startTraining) ?? messageOf(graded.data?.submitQuiz),
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
