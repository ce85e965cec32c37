import type { VariablesOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CombinedError, useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useAnswer } from "../../graphql/use-answer.ts";
import { dayOf, dayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { type Pickable, PickStaff } from "../../pick/PickStaff.tsx";
import { FailureView } from "../../shell/FailureView.tsx";
import type { Standing } from "../../training/training-words.ts";
import { useCourses } from "../../training/use-courses.ts";
import { AskedAnew } from "../../ui/AskedAnew.tsx";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { AudienceFields, type AudienceFilter } from "./AudienceFields.tsx";
import preview from "./assign-page.module.css";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

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

/** What is sent as one press, under the course's name. */
interface Sending extends VariablesOf<typeof AssignManyMutation> {
  readonly course: string;
  /** The choice that it was made from: of another, nothing is tried again. */
  readonly of: string;
}

/** Whoever can be taught: also people of merchants and banks. */
const atWork: Pickable = { states: ["ACTIVE"] };

/** How their record stands, of whom the course is meant for. */
const byRecord = {
  ANY: null,
  GAPS: ["LAPSED", "LAPSING", "MISSING"],
  LAPSED: ["LAPSED"],
  LAPSING: ["LAPSING"],
  MISSING: ["MISSING"],
} satisfies Record<string, Standing[] | null>;
const records = ["ANY", "GAPS", "LAPSED", "LAPSING", "MISSING"] as const;

const fortnight = 14 * 86_400_000;

/** Many at once: choose the course and the people, see who gets it and who holds it already, then send. */
export function AssignPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const courses = useCourses();
  const [courseId, setCourseId] = useState("");
  const [filter, setFilter] = useState<AudienceFilter | null>(null);
  const [byName, setByName] = useState(false);
  const [named, setNamed] = useState<readonly string[]>([]);
  const [dueOn, setDueOn] = useState(() => dayOf(new Date(now.getTime() + fortnight)));
  const [opensOn, setOpensOn] = useState("");
  const [closesOn, setClosesOn] = useState("");
  const [includeHolders, setIncludeHolders] = useState(false);
  const [record, setRecord] = useState<keyof typeof byRecord>("ANY");
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  /** What was sent last, by its name: the choice above may be of another by now. */
  const [given, setGiven] = useState("");
  const [sent, assign] = useMutation(AssignManyMutation);
  const [failed, setFailed] = useState<(Sending & { readonly error: CombinedError }) | null>(null);
  const input = {
    courseId,
    audience: byName ? { staffIds: [...named] } : (filter ?? {}),
    dueOn: dueOn || null,
    opensOn: opensOn || null,
    closesOn: closesOn || null,
    standings: byRecord[record],
    includeHolders,
  };
  const choice = JSON.stringify({ ...input, leftOut: [...leftOut].sort() });
  const isNobody = byName ? named.length === 0 : filter === null;
  const toSay = courseId === "" ? "chooseFirst" : byName ? "chooseSomebody" : "chooseRole";
  const [{ data, error, fetching, stale }, again] = useAnswer({
    query: AssignPreviewQuery,
    variables: { input },
    pause: courseId === "" || isNobody,
    requestPolicy: "network-only",
  });
  const offered = courses.nodes.filter(({ published }) => published !== null);
  const found = data?.assignmentPreview ?? null;
  const answer = sent.data?.assignTraining;

  // More than the preview holds are reached by the filter alone, and none of them can be left out.
  const isBeyond = found !== null && found.people.length < found.total && leftOut.size === 0;
  const chosen = found?.people.filter(({ staff, gets }) => gets && !leftOut.has(staff.id)) ?? [];

  async function send({ input, course, of }: Sending): Promise<void> {
    setFailed(null);
    setGiven(course);
    const { error } = await assign({ input });
    // Whom it was for is still to be sent to: what was chosen stays as it was pressed.
    if (error !== undefined) return setFailed({ input, course, of, error });
    setLeftOut(new Set());
    again({ requestPolicy: "network-only" });
  }

  /** By name: whoever has come to fit the filter since has not been looked at. */
  function sendChosen(): Promise<void> {
    const staffIds = chosen.map(({ staff }) => staff.id);
    const course = offered.find(({ id }) => id === courseId)?.title ?? "";
    return send({ input: isBeyond ? input : { ...input, audience: { staffIds } }, course, of: choice });
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
              <select
                {...control}
                className={`${control.className} ${css.late}`}
                value={courseId}
                onChange={({ target }) => setCourseId(target.value)}
              >
                <option value="">{t("training.assign.pickCourse")}</option>
                {offered.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Segments
            legend={t("training.assign.who")}
            value={byName ? "NAME" : "FILTER"}
            options={(["FILTER", "NAME"] as const).map((way) => ({
              value: way,
              label: t(`training.assign.way.${way}`),
            }))}
            onChange={(way) => {
              setByName(way === "NAME");
              setLeftOut(new Set());
            }}
          />
          {byName ? (
            <Field label={t("training.assign.person")} hint={t("training.assign.personHint")}>
              {(control) => (
                <PickStaff
                  control={control}
                  value={null}
                  any={t("training.assign.pickPerson")}
                  of={atWork}
                  onChoose={(id) => {
                    if (id !== null && !named.includes(id)) setNamed([...named, id]);
                  }}
                />
              )}
            </Field>
          ) : (
            <AudienceFields value={filter} every={t("training.matrix.everyRole")} onChange={setFilter} />
          )}
          <Field label={t("training.assign.record")}>
            {(control) => (
              <select
                {...control}
                value={record}
                onChange={({ target }) => {
                  setRecord(records.find((known) => known === target.value) ?? "ANY");
                  setLeftOut(new Set());
                }}
              >
                {records.map((each) => (
                  <option key={each} value={each}>
                    {t(`training.assign.records.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
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
          {record === "ANY" && (
            <label className={css.check}>
              <input
                type="checkbox"
                checked={includeHolders}
                onChange={({ target }) => setIncludeHolders(target.checked)}
              />
              {t("training.assign.includeHolders")}
            </label>
          )}
        </div>
        {error !== undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {failed?.of === choice && (
          <FailureView failure={failureOf(failed.error)} isWrite onRetry={() => void send(failed)} />
        )}
        {answer?.__typename === "TrainingAssigned" && (
          <Notice kind="done" title={t("training.assign.done", { count: answer.assigned, course: given })} />
        )}
        {answer !== undefined && "message" in answer && <Notice kind="no" title={answer.message} />}
        {(courseId === "" || isNobody) && (
          <EmptyState title={t("training.assign.preview")} hint={t(`training.assign.${toSay}`)} />
        )}
        {fetching && <Skeleton rows={4} label={t("common.loading")} />}
        {found !== null && (
          <>
            <p role="status">{t("training.assign.previewOf", { total: found.total, gets: found.gets })}</p>
            <AskedAnew isPast={stale}>
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
            </AskedAnew>
            {found.gets > 0 && (
              <div>
                <Button
                  look="primary"
                  busy={sent.fetching || stale}
                  disabled={chosen.length === 0}
                  onClick={() => void sendChosen()}
                >
                  {t("training.assign.send", { count: isBeyond ? found.gets : chosen.length })}
                </Button>
              </div>
            )}
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
