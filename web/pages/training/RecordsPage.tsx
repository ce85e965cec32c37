import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { everyone, PickStaff } from "../../pick/PickStaff.tsx";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { waysOf } from "../../training/ChangeAssignment.tsx";
import { RecordRowFragment } from "../../training/RecordRow.tsx";
import { RecordTable } from "../../training/RecordTable.tsx";
import type { RecordState } from "../../training/training-words.ts";
import { Button } from "../../ui/Button.tsx";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Field } from "../../ui/Field.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

const RecordsPageQuery = graphql(
  `
    query RecordsPage($filter: TrainingRecordFilter, $after: String) {
      trainingRecords(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            ...RecordRow_record
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      courses(first: 100) {
        edges {
          node {
            id
            title
          }
        }
      }
    }
  `,
  [RecordRowFragment],
);

const states: Record<RecordState, true> = {
  ASSIGNED: true,
  STARTED: true,
  PASSED: true,
  FAILED: true,
  WAIVED: true,
  EXPIRED: true,
  MISSED: true,
  WITHDRAWN: true,
};
const everyState = Object.keys(states) as RecordState[];

/** Every record in sight, the newest assignment first; the filter is the address. */
export function RecordsPage() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const [search, setSearch] = useSearchParams();
  const state = everyState.find((known) => known === search.get("state")) ?? null;
  const overdue = search.get("overdue") === "1";
  const after = search.get("after");
  const [staffId, courseId] = [search.get("person"), search.get("course")];
  const filter = { ...(state !== null && { states: [state] }), ...(overdue && { overdue: true }), staffId, courseId };
  const [{ data, error }, again] = useQuery({
    query: RecordsPageQuery,
    variables: { filter, after },
    requestPolicy: "cache-and-network",
  });
  const records = data?.trainingRecords.edges.map(({ node }) => ({ id: node.id, row: node })) ?? [];
  const next = data?.trainingRecords.pageInfo;

  function change(name: string, value: string | null): void {
    const to = new URLSearchParams(search);
    to.delete("after");
    if (value === null) to.delete(name);
    else to.set(name, value);
    setSearch(to);
  }

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("training.records.title") })}</title>
      <TrainingTabs>
        {permissions.includes("TRAINING_MANAGE") && <Link to="/training/import">{t("training.outside.title")}</Link>}
      </TrainingTabs>
      <div className={css.body}>
        <div className={css.filters}>
          <Field label={t("training.records.person")}>
            {(control) => (
              <PickStaff
                control={control}
                value={staffId}
                any={t("training.records.everybody")}
                of={everyone}
                onChoose={(id) => change("person", id)}
              />
            )}
          </Field>
          <Field label={t("training.records.course")}>
            {(control) => (
              <select
                {...control}
                value={courseId ?? ""}
                onChange={({ target }) => change("course", target.value || null)}
              >
                <option value="">{t("training.records.everyCourse")}</option>
                {data?.courses.edges.map(({ node: { id, title } }) => (
                  <option key={id} value={id}>
                    {title}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={t("training.records.state")}>
            {(control) => (
              <select {...control} value={state ?? ""} onChange={({ target }) => change("state", target.value || null)}>
                <option value="">{t("training.records.everyState")}</option>
                {everyState.map((known) => (
                  <option key={known} value={known}>
                    {t(`training.state.${known}`)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <label className={css.check}>
            <input
              type="checkbox"
              checked={overdue}
              onChange={({ target }) => change("overdue", target.checked ? "1" : null)}
            />
            {t("training.records.overdueOnly")}
          </label>
        </div>
        {error !== undefined && data === undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {data === undefined && error === undefined && <Skeleton rows={8} label={t("common.loading")} />}
        {data !== undefined && records.length === 0 && (
          <EmptyState title={t("training.records.empty")} hint={t("training.records.emptyHint")} />
        )}
        {records.length > 0 && (
          <RecordTable
            records={records}
            withPerson
            may={waysOf(permissions)}
            onChanged={() => again({ requestPolicy: "network-only" })}
          />
        )}
        {next?.hasNextPage === true && (
          <Button onClick={() => change("after", next.endCursor)}>{t("common.loadMore")}</Button>
        )}
      </div>
    </div>
  );
}
