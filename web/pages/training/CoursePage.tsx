import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "react-router";
import { useMutation, useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useListText } from "../../i18n/use-list-text.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { CourseEditor, NumberField } from "../../training/CourseEditor.tsx";
import { CourseReader, CourseReaderFragment } from "../../training/CourseReader.tsx";
import type { Content } from "../../training/course-content.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Facts } from "../../ui/Facts.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

const CoursePageFragment = graphql(
  `
  fragment CoursePage_course on Course @_unmask {
    id
    code
    title
    leastPeople
    versions {
      ...CourseReader_version
      id
      number
      published
      revision
      minutes
      passMark
      validityMonths
      attemptsAllowed
      title {
        zh
        en
      }
      summary {
        zh
        en
      }
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
      questions {
        kind
        prompt {
          zh
          en
        }
        explanation {
          zh
          en
        }
        options {
          right
          text {
            zh
            en
          }
        }
      }
    }
  }
`,
  [CourseReaderFragment],
);

const CoursePageQuery = graphql(
  `
    query CoursePage($code: String!) {
      course(code: $code) {
        ...CoursePage_course
      }
    }
  `,
  [CoursePageFragment],
);

const CourseAnswer = graphql(
  `
    fragment CourseAnswer on CourseResult @_unmask {
      __typename
      ... on CourseSaved {
        course {
          ...CoursePage_course
        }
      }
      ... on StaleCourse {
        course {
          ...CoursePage_course
        }
      }
      ... on Problem {
        message
      }
    }
  `,
  [CoursePageFragment],
);

const SaveCourseDraftMutation = graphql(
  `
    mutation saveCourseDraft($input: SaveCourseDraftInput!) {
      saveCourseDraft(input: $input) {
        ...CourseAnswer
      }
    }
  `,
  [CourseAnswer],
);

const PublishCourseMutation = graphql(
  `
    mutation publishCourse($input: PublishCourseInput!) {
      publishCourse(input: $input) {
        ...CourseAnswer
      }
    }
  `,
  [CourseAnswer],
);

const BeginCourseDraftMutation = graphql(
  `
    mutation beginCourseDraft($courseId: ID!) {
      beginCourseDraft(courseId: $courseId) {
        ...CourseAnswer
      }
    }
  `,
  [CourseAnswer],
);

/** A course being written: its draft, or what is published with the way to the next version. */
export function CoursePage() {
  const { t } = useTranslation();
  const listText = useListText();
  const { code = "" } = useParams();
  const [search, setSearch] = useSearchParams();
  const [{ data, error }, again] = useQuery({ query: CoursePageQuery, variables: { code } });
  const [saved, save] = useMutation(SaveCourseDraftMutation);
  const [published, publish] = useMutation(PublishCourseMutation);
  const [begun, begin] = useMutation(BeginCourseDraftMutation);
  const [written, setWritten] = useState<Content | null>(null);
  const [least, setLeast] = useState<number | null>(null);
  const [fate, setFate] = useState<"KEEP" | "RECOUNT">("KEEP");
  const [pressed, setPressed] = useState<"SAVE" | "PUBLISH" | "BEGIN">("SAVE");

  const course = data?.course ?? null;
  const latest = course?.versions[0];
  const shown = course?.versions.find(({ id }) => id === search.get("version"));
  const before = course?.versions.find((version) => version.published);
  const isDraft = latest?.published === false;
  const content: Content | null = written ?? latest ?? null;
  const leastPeople = least ?? course?.leastPeople ?? 0;
  const changesValidity =
    isDraft && before !== undefined && content !== null && before.validityMonths !== content.validityMonths;
  const answer = {
    SAVE: saved.data?.saveCourseDraft,
    PUBLISH: published.data?.publishCourse,
    BEGIN: begun.data?.beginCourseDraft,
  }[pressed];
  const failed = { SAVE: saved, PUBLISH: published, BEGIN: begun }[pressed].error;

  async function keep(): Promise<number | null> {
    if (course === null || latest === undefined || content === null) return null;
    setPressed("SAVE");
    const { data: told } = await save({
      input: { courseId: course.id, expectedRevision: latest.revision, content: toInput(content), leastPeople },
    });
    const kept = told?.saveCourseDraft;
    if (kept?.__typename !== "CourseSaved") return null;
    // What was typed while it was on its way is not in it, and stays.
    setWritten((now) => (now === written ? null : now));
    return kept.course.versions[0]?.revision ?? null;
  }

  async function make(): Promise<void> {
    const revision = written === null && least === null ? (latest?.revision ?? null) : await keep();
    if (course === null || revision === null) return;
    setPressed("PUBLISH");
    await publish({
      input: { courseId: course.id, expectedRevision: revision, certificates: changesValidity ? fate : null },
    });
  }

  async function beginNext(): Promise<void> {
    if (course === null) return;
    setPressed("BEGIN");
    const { data: told } = await begin({ courseId: course.id });
    // Somebody else has begun it: their draft is what is gone on with.
    if (told !== undefined && "message" in told.beginCourseDraft) again({ requestPolicy: "network-only" });
  }

  const retry = { SAVE: keep, PUBLISH: make, BEGIN: beginNext }[pressed];
  // Where one pressed: a course is longer than the screen.
  const said = (
    <>
      {answer !== undefined && "message" in answer && <Notice kind="no" title={answer.message} />}
      {answer?.__typename === "StaleCourse" && latest !== undefined && (
        // Beside what was typed, which the next press puts in its place.
        <details>
          <summary>{t("training.edit.savedNow")}</summary>
          <Facts
            facts={[
              [t("training.edit.name"), listText([latest.title.zh, latest.title.en].filter((name) => name !== ""))],
              [t("training.edit.least"), course?.leastPeople ?? 0],
            ]}
          />
          <CourseReader version={latest} />
        </details>
      )}
      {failed !== undefined && <FailureView failure={failureOf(failed)} isWrite onRetry={() => void retry()} />}
      {pressed === "SAVE" && answer?.__typename === "CourseSaved" && isDraft && written === null && (
        <Notice kind="done" title={t("training.edit.saved")} />
      )}
      {pressed === "PUBLISH" && answer?.__typename === "CourseSaved" && (
        <Notice kind="done" title={t("training.edit.publishedNow")} />
      )}
    </>
  );

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: course?.title ?? t("training.edit.title") })}</title>
      <TrainingTabs />
      <div className={css.body}>
        {error !== undefined && data === undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {data === undefined && error === undefined && <Skeleton rows={8} label={t("common.loading")} />}
        {data !== undefined && course === null && (
          <EmptyState title={t("training.lesson.notThere")} hint={t("training.lesson.notThereHint")} />
        )}
        {course !== null && latest !== undefined && content !== null && (
          <>
            <h2>
              {t("common.separated", {
                first: course.title === "" ? course.code : course.title,
                second: t("training.courses.version", { number: (isDraft ? latest : (shown ?? latest)).number }),
              })}
            </h2>
            {isDraft ? (
              <>
                {pressed === "BEGIN" && said}
                <CourseEditor content={content} onChange={setWritten} />
                <NumberField
                  label={t("training.edit.least")}
                  value={leastPeople}
                  onChange={(value) => setLeast(value ?? 0)}
                />
                {changesValidity && (
                  <Segments
                    legend={t("training.edit.fate")}
                    value={fate}
                    onChange={setFate}
                    options={[
                      { value: "KEEP", label: t("training.edit.keep") },
                      { value: "RECOUNT", label: t("training.edit.recount") },
                    ]}
                  />
                )}
                {pressed !== "BEGIN" && said}
                <div className={css.filters}>
                  <Button busy={saved.fetching} onClick={() => void keep()}>
                    {t("training.edit.save")}
                  </Button>
                  <Button look="primary" busy={published.fetching} onClick={() => void make()}>
                    {t("training.edit.publish")}
                  </Button>
                </div>
              </>
            ) : (
              <>
                {said}
                <p>{t("training.edit.readOnly")}</p>
                <div className={css.filters}>
                  <Button look="primary" busy={begun.fetching} onClick={() => void beginNext()}>
                    {t("training.courses.newVersion")}
                  </Button>
                  {course.versions.length > 1 && (
                    <Segments
                      legend={t("training.read.version")}
                      value={shown?.id ?? latest.id}
                      onChange={(id) => setSearch(id === latest.id ? {} : { version: id }, { replace: true })}
                      options={course.versions.map(({ id, number }) => ({
                        value: id,
                        label: t("training.courses.version", { number }),
                      }))}
                    />
                  )}
                </div>
                <CourseReader version={shown ?? latest} />
              </>
            )}
          </>
        )}
      </div>
    </div>
  );
}

/** What the mutation takes of what was read, and nothing more. */
function toInput({ title, summary, minutes, sections, questions, passMark, validityMonths, attemptsAllowed }: Content) {
  const text = ({ zh, en }: { readonly zh: string; readonly en: string }) => ({ zh, en });
  return {
    ...{ title: text(title), summary: text(summary), minutes, passMark, validityMonths, attemptsAllowed },
    sections: sections.map(({ heading, body }) => ({ heading: text(heading), body: text(body) })),
    questions: questions.map(({ kind, prompt, options, explanation }) => ({
      kind,
      prompt: text(prompt),
      options: options.map((option) => ({ text: text(option.text), right: option.right })),
      explanation: text(explanation),
    })),
  };
}
