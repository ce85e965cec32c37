import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { dayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { LessonText } from "../../training/LessonText.tsx";
import { type Answers, Quiz } from "../../training/Quiz.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import css from "./learn-page.module.css";
import { useQuiz } from "./use-quiz.ts";

const LearnPageQuery = graphql(`
  query LearnPage($code: String!) {
    courseStandings {
      standing
      validUntil
      dueOn
      course {
        id
      }
    }
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

/** A course to read and its quiz, made for the phone: one column, large targets, one button. */
export function LearnPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { code = "" } = useParams();
  const [{ data, error }, again] = useQuery({ query: LearnPageQuery, variables: { code } });
  const course = data?.course ?? null;
  const { quiz, refusal, failed, given, begin, handIn, isBeginning, isGrading } = useQuiz(course?.id);
  const result = quiz?.submitted === true ? quiz : null;
  const own = data?.courseStandings.find((one) => one.course.id === course?.id);
  // Nothing is due of them: whether it is open to them all the same, the server says when they press.
  const holds = own?.standing === "VALID" && own.dueOn === null ? own : null;
  const [isQuiz, setIsQuiz] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const say = (text: { readonly zh: string; readonly en: string }) => (language === "zh-CN" ? text.zh : text.en);

  async function open(): Promise<void> {
    if (await begin()) setIsQuiz(true);
    top.current?.focus();
  }

  async function give(attemptId: string, answers: Answers): Promise<void> {
    await handIn(attemptId, answers);
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
                isWrite
                onRetry={() => void (given === null ? open() : give(given.attemptId, given.answers))}
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
              <Quiz key={quiz.id} quiz={quiz} busy={isGrading} onSubmit={(answers) => void give(quiz.id, answers)} />
              {result !== null && result.passed !== true && result.mayTryAgain && (
                <Button look="primary" size="touch" busy={isBeginning} onClick={() => void open()}>
                  {t("common.retry")}
                </Button>
              )}
              <Button size="touch" onClick={() => setIsQuiz(false)}>
                {t("training.lesson.backToText")}
              </Button>
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
                {holds !== null && (
                  <p>
                    {holds.validUntil === null
                      ? t("training.lesson.holdsForGood")
                      : t("training.lesson.holdsUntil", { day: dayText(holds.validUntil, language, now) })}
                  </p>
                )}
                <Button
                  {...(holds === null && { look: "primary" })}
                  size="touch"
                  wide
                  busy={isBeginning}
                  onClick={() => void open()}
                >
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
