import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useNavigate } from "react-router";
import { useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { useListText } from "../../i18n/use-list-text.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { emptyContent } from "../../training/course-content.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useIsHere } from "../../ui/use-is-here.ts";
import { PagedRows } from "../lists/PagedRows.tsx";
import list from "./assign-page.module.css";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

const CoursesPageQuery = graphql(`
  query CoursesPage($after: String) {
    courses(first: 50, after: $after) {
      edges {
        node {
          id
          code
          title
          opens
          versions {
            id
            number
            published
            validityMonths
            passMark
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const coursesOf = ({ courses }: ResultOf<typeof CoursesPageQuery>) => courses;

const CreateCourseMutation = graphql(`
  mutation createCourse($input: CreateCourseInput!) {
    createCourse(input: $input) {
      __typename
      ... on CourseSaved {
        course {
          id
          code
        }
      }
      ... on Problem {
        message
      }
    }
  }
`);

/** What is taught here, and the way to write more. */
export function CoursesPage() {
  const { t } = useTranslation();
  const listed = useListText();
  const navigate = useNavigate();
  const isHere = useIsHere();
  const pages = usePages({ query: CoursesPageQuery, variables: {}, read: coursesOf });
  const [created, create] = useMutation(CreateCourseMutation);
  const [code, setCode] = useState("");
  const answer = created.data?.createCourse;

  async function begin(): Promise<void> {
    const { data: told } = await create({ input: { code, content: emptyContent } });
    if (told?.createCourse.__typename === "CourseSaved" && isHere.current)
      await navigate(`/training/courses/${told.createCourse.course.code}`);
  }

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("training.tabs.courses") })}</title>
      <TrainingTabs />
      <div className={css.body}>
        <PagedRows
          pages={pages}
          expected={6}
          empty={{ title: t("training.courses.empty"), hint: t("training.courses.emptyHint") }}
        >
          <ul className={list.people}>
            {pages.nodes.map(({ id, code: known, title, opens, versions }) => {
              const latest = versions[0];
              const draft = versions.find(({ published }) => !published);
              const shown = versions.find(({ published }) => published);
              return (
                <li key={id}>
                  <span>
                    <Link to={`/training/courses/${known}`}>{title === "" ? known : title}</Link>{" "}
                    {opens.length > 0 && (
                      <small className={list.below}>
                        {t("training.opens", { actions: listed(opens.map((action) => t(`caseAction.${action}`))) })}
                      </small>
                    )}
                  </span>
                  <span>
                    {latest !== undefined && t("training.courses.version", { number: latest.number })}{" "}
                    <small>
                      {shown === undefined
                        ? t("training.courses.unpublished")
                        : shown.validityMonths === null
                          ? t("training.forGood")
                          : t("training.courses.validity", { count: shown.validityMonths })}
                      {draft !== undefined && ` · ${t("training.courses.draft")}`}
                    </small>
                  </span>
                </li>
              );
            })}
          </ul>
        </PagedRows>
        {answer !== undefined && "message" in answer && <Notice kind="no" title={answer.message} />}
        {created.error !== undefined && (
          <FailureView failure={failureOf(created.error)} isWrite onRetry={() => void begin()} />
        )}
        {(pages.hasNext !== null || pages.error !== null) && (
          <form
            className={css.filters}
            onSubmit={(event) => {
              event.preventDefault();
              void begin();
            }}
          >
            <Field label={t("training.courses.code")} hint={t("training.courses.codeHint")}>
              {(control) => (
                <input
                  {...control}
                  required
                  pattern="[a-z][a-z0-9\-]{1,59}"
                  value={code}
                  onChange={({ target }) => setCode(target.value)}
                />
              )}
            </Field>
            <Button type="submit" busy={created.fetching}>
              {t("training.courses.create")}
            </Button>
          </form>
        )}
      </div>
    </div>
  );
}
