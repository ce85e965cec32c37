import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { ExportLine } from "../exports/ExportLine.tsx";
import { ExportLineFragment } from "../exports/export-operations.ts";
import css from "../exports/exports.module.css";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";

const ExportsPageQuery = graphql(
  `
    query ExportsPage {
      exports {
        id
        ...ExportLine_run
      }
    }
  `,
  [ExportLineFragment],
);

/** The viewer's own files: those being written, those to fetch, and those that are no more. */
export function ExportsPage() {
  const { t } = useTranslation();
  const [{ data, error }, again] = useQuery({ query: ExportsPageQuery, requestPolicy: "cache-and-network" });
  const refresh = () => again({ requestPolicy: "network-only" });
  const { permissions } = useViewer();
  const title = t("exports.title");
  return (
    <div className={css.page}>
      <title>{t("common.title", { page: title })}</title>
      <h1>{title}</h1>
      <p className={css.hint}>{t("exports.hint")}</p>
      {data === undefined && error === undefined && <Skeleton rows={4} label={t("common.loading")} />}
      {data === undefined && error !== undefined && <FailureView failure={failureOf(error)} onRetry={refresh} />}
      {data?.exports.length === 0 && <EmptyState title={t("exports.none")} hint={t("exports.noneHint")} />}
      {data !== undefined && data.exports.length > 0 && (
        <>
          <ul className={css.list} aria-label={title}>
            {data.exports.map((run) => (
              <ExportLine key={run.id} run={run} onBegun={permissions.includes("EXPORT_RUN") ? refresh : null} />
            ))}
          </ul>
          <p className={css.hint}>{t("exports.cells")}</p>
        </>
      )}
    </div>
  );
}
