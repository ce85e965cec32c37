import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { useViewer } from "../../shell/viewer.ts";
import { MatrixGrid, MatrixGridFragment, type Place } from "../../training/MatrixGrid.tsx";
import { type Horizon, MatrixOutlook, MatrixOutlookFragment } from "../../training/MatrixOutlook.tsx";
import { StandingMark } from "../../training/StandingMark.tsx";
import { readCells, type Standing } from "../../training/training-words.ts";
import { EmptyState } from "../../ui/EmptyState.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { ScrollBox } from "../../ui/ScrollBox.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { CellPanel } from "./CellPanel.tsx";
import { learnerRoles } from "./learner-roles.ts";
import css from "./matrix-page.module.css";
import { TrainingTabs } from "./TrainingTabs.tsx";

const MatrixPageQuery = graphql(
  `
    query MatrixPage($role: Role) {
      trainingMatrix(role: $role) {
        day
        columns {
          courseId
          title
          opens
        }
        rows {
          gaps
          cells
          staff {
            id
            name
          }
        }
        ...MatrixGrid_matrix
        ...MatrixOutlook_matrix
      }
    }
  `,
  [MatrixGridFragment, MatrixOutlookFragment],
);

const legend: readonly Standing[] = ["VALID", "LAPSING", "LAPSED", "OVERDUE", "MISSING", "ASSIGNED", "NOT_NEEDED"];

/** The trainer's home: who knows what, the gaps first, and what each costs the work. */
export function MatrixPage() {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const language = useLanguage();
  const [search, setSearch] = useSearchParams();
  const role = learnerRoles.find((known) => known === search.get("role")) ?? null;
  const [chosen, setChosen] = useState<Place | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [horizon, setHorizon] = useState<Horizon>(30);
  const [{ data, error }, again] = useQuery({
    query: MatrixPageQuery,
    variables: { role },
    requestPolicy: "cache-and-network",
  });
  const matrix = data?.trainingMatrix ?? null;
  const row = chosen === null ? undefined : matrix?.rows[chosen.row];
  const column = chosen === null ? undefined : matrix?.columns[chosen.column];
  const cell = row === undefined || chosen === null ? undefined : readCells(row.cells)[chosen.column];

  function close(): void {
    setChosen(null);
    document.querySelector<HTMLElement>('button[data-cell][tabindex="0"]')?.focus();
  }

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("training.title") })}</title>
      <div className={css.main}>
        <TrainingTabs>
          <a href={`/training/matrix.csv?lang=${language}${role === null ? "" : `&role=${role}`}`}>
            {t("training.matrix.download")}
          </a>
          {permissions.includes("TRAINING_MANAGE") && <Link to="/training/assign">{t("training.assign.title")}</Link>}
        </TrainingTabs>
        <div className={css.bar}>
          <label>
            {t("training.matrix.role")}{" "}
            <select
              value={role ?? ""}
              onChange={(event) => {
                setChosen(null);
                setSearch(event.target.value === "" ? {} : { role: event.target.value });
              }}
            >
              <option value="">{t("training.matrix.everyRole")}</option>
              {learnerRoles.map((known) => (
                <option key={known} value={known}>
                  {t(`role.${known}`)}
                </option>
              ))}
            </select>
          </label>
          <ul className={css.legend}>
            {legend.map((standing) => (
              <li key={standing}>
                <StandingMark standing={standing} />
                {t(`training.standing.${standing}`)}
              </li>
            ))}
          </ul>
        </div>
        {error !== undefined && matrix === null && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {data === undefined && error === undefined && <Skeleton rows={10} label={t("common.loading")} />}
        {matrix !== null && matrix.rows.length === 0 && (
          <EmptyState title={t("training.matrix.nobody")} hint={t("training.matrix.nobodyHint")} />
        )}
        {matrix !== null && matrix.rows.length > 0 && (
          <ScrollBox label={t("training.tabs.matrix")}>
            <MatrixGrid matrix={matrix} chosen={chosen} onChoose={setChosen} />
          </ScrollBox>
        )}
        <p className={css.keys}>{t("training.matrix.keys")}</p>
      </div>
      <aside className={css.side}>
        {row !== undefined && column !== undefined && cell !== undefined && (
          <CellPanel
            key={`${row.staff.id} ${column.courseId}`}
            chosen={{
              staffId: row.staff.id,
              person: row.staff.name,
              courseId: column.courseId,
              course: column.title,
              opens: column.opens,
              cell,
            }}
            onChanged={(done) => {
              close();
              setSaid(done);
              again({ requestPolicy: "network-only" });
            }}
            onClose={close}
          />
        )}
        {row === undefined && said !== null && (
          <div className={css.said}>
            <Notice kind="done" title={said} />
          </div>
        )}
        {matrix !== null && <MatrixOutlook matrix={matrix} horizon={horizon} onHorizon={setHorizon} />}
      </aside>
    </div>
  );
}
