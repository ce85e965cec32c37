import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { graphql } from "../../graphql/graphql.ts";
import { usePages } from "../../graphql/use-pages.ts";
import { everyone, PickStaff } from "../../pick/PickStaff.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { waysOf } from "../../training/ChangeAssignment.tsx";
import { RecordRowFragment } from "../../training/RecordRow.tsx";
import { RecordTable } from "../../training/RecordTable.tsx";
import type { RecordState } from "../../training/training-words.ts";
import { useCourses } from "../../training/use-courses.ts";
import { Field } from "../../ui/Field.tsx";
import { PagedRows } from "../lists/PagedRows.tsx";
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
    }
  `,
  [RecordRowFragment],
);

const recordsOf = ({ trainingRecords }: ResultOf<typeof RecordsPageQuery>) => trainingRecords;

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
  const [staffId, courseId] = [search.get("person"), search.get("course")];
  const filter = { ...(state !== null && { states: [state] }), ...(overdue && { overdue: true }), staffId, courseId };
  const pages = usePages({ query: RecordsPageQuery, variables: { filter }, read: recordsOf });
  const courses = useCourses();

  function change(name: string, value: string | null): void {
    const to = new URLSearchParams(search);
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
                className={`${control.className} ${css.late}`}
                value={courseId ?? ""}
                onChange={({ target }) => change("course", target.value || null)}
              >
                <option value="">{t("training.records.everyCourse")}</option>
                {courses.nodes.map(({ id, title }) => (
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
        <PagedRows pages={pages} empty={{ title: t("training.records.empty"), hint: t("training.records.emptyHint") }}>
          {pages.nodes.length > 0 && (
            <RecordTable
              records={pages.nodes.map((node) => ({ id: node.id, row: node }))}
              withPerson
              may={waysOf(permissions)}
              onChanged={pages.refresh}
            />
          )}
        </PagedRows>
      </div>
    </div>
  );
}
