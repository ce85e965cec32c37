import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useMutation, useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { LessonText } from "../../training/LessonText.tsx";
import { type Answers, Quiz, QuizFragment } from "../../training/Quiz.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import css from "./learn-page.module.css";

const LearnPageQuery = graphql(`
  query LearnPage($code: String!) {
    course(code: $code) {
      id
      title
      summary
      published {
        id
        minutes
        passMark
        questionCount
        sections {
          heading {
            zh
            en
          }
          body {
            zh
            en
          }
        }
      }
    }
  }
`);

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

/** A course to read and its quiz, made for the phone: one column, large targets, one button. */
export function LearnPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { code = "" } = useParams();
  const [{ data, error }, again] = useQuery({ query: LearnPageQuery, variables: { code } });
  const [started, start] = useMutation(StartTrainingMutation);
  const [graded, submit] = useMutation(SubmitQuizMutation);
  const [isQuiz, setIsQuiz] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const say = (text: { readonly zh: string; readonly en: string }) => (language === "zh-CN" ? text.zh : text.en);

  const course = data?.course ?? null;
  const begun = started.data?.startTraining;
  const quiz = begun?.__typename === "QuizReady" ? begun.quiz : null;
  const answer = graded.data?.submitQuiz;
  const result = answer?.__typename === "QuizGraded" && answer.quiz.id === quiz?.id ? answer.quiz : null;
  const refusal =
    begun !== undefined && "message" in begun
      ? begun.message
      : answer !== undefined && "message" in answer
        ? answer.message
        : null;
  /** What was handed in last and is not known to have arrived; null where the quiz was asked for since. */
  const [given, setGiven] = useState<{ readonly attemptId: string; readonly answers: Answers } | null>(null);
  const failed = given === null ? started.error : graded.error;

  async function begin(courseId: string): Promise<void> {
    setGiven(null);
    const { data: told } = await start({ courseId });
    if (told?.startTraining.__typename === "QuizReady") setIsQuiz(true);
    top.current?.focus();
  }

  async function handIn(attemptId: string, answers: Answers): Promise<void> {
    setGiven({ attemptId, answers });
    const all = [...answers].map(([question, chosen]) => ({ question, chosen: [...chosen] }));
    await submit({ input: { attemptId, answers: all } });
    top.current?.focus();
  }

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: course?.title ?? t("training.title") })}</title>
      <Link className={css.back} to="/training/mine">
        {t("training.lesson.back")}
      </Link>
      {error !== undefined && course === null && (
        <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      )}
      {data === undefined && error === undefined && <Skeleton rows={8} label={t("common.loading")} />}
      {data !== undefined && course?.published == null && (
        <EmptyState isPage title={t("training.lesson.notThere")} hint={t("training.lesson.notThereHint")} />
      )}
      {course?.published != null && (
        <article className={css.lesson}>
          <div ref={top} tabIndex={-1} className={css.top}>
            <h1>{course.title}</h1>
            <p className={css.summary}>{course.summary}</p>
            <p className={css.summary}>{t("training.minutes", { count: course.published.minutes })}</p>
            {refusal !== null && <Notice kind="no" title={refusal} />}
            {failed !== undefined && (
              <FailureView
                failure={failureOf(failed)}
                onRetry={() => void (given === null ? begin(course.id) : handIn(given.attemptId, given.answers))}
              />
            )}
            {result !== null && (
              <Notice
                kind={result.passed === true ? "done" : "no"}
                title={t(result.passed === true ? "training.lesson.passed" : "training.lesson.failed", {
                  score: result.score ?? 0,
                })}
              >
                <p>
                  {result.passed === true
                    ? t("training.lesson.passedHint")
                    : t(result.mayTryAgain ? "training.lesson.failedAgain" : "training.lesson.failedLast")}
                </p>
                {result.record?.certificateUrl != null && (
                  <a href={result.record.certificateUrl}>{t("training.certificate")}</a>
                )}
              </Notice>
            )}
          </div>
          {isQuiz && quiz !== null ? (
            <>
              <h2>{t("training.lesson.quiz")}</h2>
              <Quiz
                key={quiz.id}
                quiz={result ?? quiz}
                busy={graded.fetching}
                onSubmit={(answers) => void handIn(quiz.id, answers)}
              />
              {result !== null && result.passed !== true && result.mayTryAgain && (
                <Button look="primary" size="touch" busy={started.fetching} onClick={() => void begin(course.id)}>
                  {t("common.retry")}
                </Button>
              )}
              <Button onClick={() => setIsQuiz(false)}>{t("training.lesson.backToText")}</Button>
            </>
          ) : (
            <>
              {course.published.sections.map(({ heading, body }) => (
                <section key={heading.en}>
                  <h2>{say(heading)}</h2>
                  <LessonText text={say(body)} />
                </section>
              ))}
              <section className={css.quiz}>
                <h2>{t("training.lesson.quiz")}</h2>
                <p>
                  {t("training.lesson.quizIntro", {
                    count: course.published.questionCount,
                    mark: course.published.passMark,
                  })}
                </p>
                <Button look="primary" size="touch" wide busy={started.fetching} onClick={() => void begin(course.id)}>
                  {t("training.lesson.start")}
                </Button>
              </section>
            </>
          )}
        </article>
      )}
    </div>
  );
}
