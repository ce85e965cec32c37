import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation, useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { dayOf, dayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import preview from "./assign-page.module.css";
import { learnerRoles } from "./learner-roles.ts";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

const AssignCoursesQuery = graphql(`
  query AssignCourses {
    courses(first: 100) {
      edges {
        node {
          id
          title
          published {
            id
          }
        }
      }
    }
  }
`);

const AssignPreviewQuery = graphql(`
  query AssignPreview($input: AssignTrainingInput!) {
    assignmentPreview(input: $input) {
      total
      gets
      people {
        gets
        holds
        isAssigned
        validUntil
        staff {
          id
          name
          role
        }
      }
    }
  }
`);

const AssignManyMutation = graphql(`
  mutation assignTrainingToMany($input: AssignTrainingInput!) {
    assignTraining(input: $input) {
      __typename
      ... on TrainingAssigned {
        assigned
      }
      ... on Problem {
        message
      }
    }
  }
`);

const fortnight = 14 * 86_400_000;

/** Many at once: choose the course and the people, see who gets it and who holds it already, then send. */
export function AssignPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [courses] = useQuery({ query: AssignCoursesQuery });
  const [courseId, setCourseId] = useState("");
  const [role, setRole] = useState<(typeof learnerRoles)[number] | "">("");
  const [joinedFrom, setJoinedFrom] = useState("");
  const [dueOn, setDueOn] = useState(() => dayOf(new Date(now.getTime() + fortnight)));
  const [opensOn, setOpensOn] = useState("");
  const [closesOn, setClosesOn] = useState("");
  const [includeHolders, setIncludeHolders] = useState(false);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [sent, send] = useMutation(AssignManyMutation);
  const input = {
    courseId,
    audience: { role: role === "" ? null : role, joinedFrom: joinedFrom || null },
    dueOn: dueOn || null,
    opensOn: opensOn || null,
    closesOn: closesOn || null,
    includeHolders,
  };
  const [{ data, error }, again] = useQuery({
    query: AssignPreviewQuery,
    variables: { input },
    pause: courseId === "",
    requestPolicy: "cache-and-network",
  });
  const found = courseId === "" ? null : (data?.assignmentPreview ?? null);
  const answer = sent.data?.assignTraining;
  const failed = error ?? sent.error;

  const chosen = found?.people.filter(({ staff, gets }) => gets && !leftOut.has(staff.id)) ?? [];
  const isPicked = chosen.length < (found?.gets ?? 0);

  /** By the filter as it stands, or by name where somebody is left out. */
  async function assign(): Promise<void> {
    const named = { staffIds: chosen.map(({ staff }) => staff.id) };
    await send({ input: isPicked ? { ...input, audience: named } : input });
    setLeftOut(new Set());
    again({ requestPolicy: "network-only" });
  }

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("training.assign.title") })}</title>
      <TrainingTabs />
      <div className={css.body}>
        <h2>{t("training.assign.title")}</h2>
        <div className={css.filters}>
          <Field label={t("training.assign.course")}>
            {(control) => (
              <select {...control} value={courseId} onChange={({ target }) => setCourseId(target.value)}>
                <option value="">–</option>
                {courses.data?.courses.edges
                  .filter(({ node }) => node.published !== null)
                  .map(({ node }) => (
                    <option key={node.id} value={node.id}>
                      {node.title}
                    </option>
                  ))}
              </select>
            )}
          </Field>
          <Field label={t("training.assign.role")}>
            {(control) => (
              <select
                {...control}
                value={role}
                onChange={({ target }) => setRole(learnerRoles.find((known) => known === target.value) ?? "")}
              >
                <option value="">{t("training.matrix.everyRole")}</option>
                {learnerRoles.map((known) => (
                  <option key={known} value={known}>
                    {t(`role.${known}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <DayField label={t("training.assign.joinedFrom")} value={joinedFrom} onChange={setJoinedFrom} />
        </div>
        <div className={css.filters}>
          <DayField
            label={t("training.assign.dueOn")}
            hint={t("training.assign.dueHint")}
            value={dueOn}
            onChange={setDueOn}
          />
          <DayField label={t("training.assign.opensOn")} value={opensOn} onChange={setOpensOn} />
          <DayField
            label={t("training.assign.closesOn")}
            hint={t("training.assign.closesHint")}
            value={closesOn}
            onChange={setClosesOn}
          />
          <label className={css.check}>
            <input
              type="checkbox"
              checked={includeHolders}
              onChange={({ target }) => setIncludeHolders(target.checked)}
            />
            {t("training.assign.includeHolders")}
          </label>
        </div>
        {failed !== undefined && (
          <FailureView failure={failureOf(failed)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {answer?.__typename === "TrainingAssigned" && (
          <Notice kind="done" title={t("training.assign.done", { count: answer.assigned })} />
        )}
        {answer !== undefined && "message" in answer && <Notice kind="no" title={answer.message} />}
        {found === null ? (
          <EmptyState title={t("training.assign.preview")} hint={t("training.assign.chooseFirst")} />
        ) : (
          <>
            <p role="status">{t("training.assign.previewOf", { total: found.total, gets: found.gets })}</p>
            <ul className={preview.people}>
              {found.people.map(({ staff, gets, isAssigned, validUntil }) => (
                <li key={staff.id} className={gets && !leftOut.has(staff.id) ? preview.gets : undefined}>
                  <label>
                    <input
                      type="checkbox"
                      disabled={!gets}
                      checked={gets && !leftOut.has(staff.id)}
                      onChange={({ target }) => setLeftOut(toggled(leftOut, staff.id, !target.checked))}
                    />{" "}
                    {staff.name} <small>{t(`role.${staff.role}`)}</small>
                  </label>
                  <span>
                    {t(
                      gets
                        ? leftOut.has(staff.id)
                          ? "training.assign.leftOut"
                          : "training.assign.gets"
                        : isAssigned
                          ? "training.assign.isAssigned"
                          : "training.assign.holds",
                    )}
                    {!gets && !isAssigned && validUntil !== null && (
                      <small> {t("training.until", { day: dayText(validUntil, language, now) })}</small>
                    )}
                  </span>
                </li>
              ))}
            </ul>
            <div>
              <Button look="primary" busy={sent.fetching} disabled={chosen.length === 0} onClick={() => void assign()}>
                {t("training.assign.send", { count: isPicked ? chosen.length : found.gets })}
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

function toggled(all: ReadonlySet<string>, one: string, isIn: boolean): ReadonlySet<string> {
  const rest = [...all].filter((other) => other !== one);
  return new Set(isIn ? [...rest, one] : rest);
}

function DayField({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (day: string) => void;
}) {
  return (
    <Field label={label} hint={hint}>
      {(control) => <input {...control} type="date" value={value} onChange={({ target }) => onChange(target.value)} />}
    </Field>
  );
}
