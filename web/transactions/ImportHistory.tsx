import { Table, type TableColumnsType } from "antd";
import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { countText } from "../i18n/numbers.ts";
import { momentText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import wide from "../ui/wide-only.module.css";
import css from "./import-history.module.css";

export const ImportHistoryFragment = graphql(`
  fragment ImportHistory_run on ImportRun {
    id
    kind
    fileName
    state
    rowsRead
    rowsNew
    rowsBad
    startedAt
    startedBy {
      id
      name
    }
  }
`);

type Run = ResultOf<typeof ImportHistoryFragment>;

export function ImportHistory({
  runs,
  loading,
}: {
  readonly runs: readonly FragmentOf<typeof ImportHistoryFragment>[];
  readonly loading: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const columns: TableColumnsType<Run> = [
    {
      title: t("imports.file"),
      key: "file",
      render: (_, { id, fileName }) => <Link to={`?import=${encodeURIComponent(id)}`}>{fileName}</Link>,
    },
    {
      title: t("imports.kind"),
      key: "kind",
      className: wide.only ?? "",
      render: (_, { kind }) => t(`importKind.${kind}`),
    },
    { title: t("imports.state"), key: "state", render: (_, { state }) => t(`importState.${state}`) },
    ...(["rowsRead", "rowsNew", "rowsBad"] as const).map((name) => ({
      title: t(`imports.${name}`),
      key: name,
      align: "right" as const,
      className: name === "rowsRead" ? (wide.only ?? "") : "",
      render: (_: unknown, run: Run) => countText(run[name], language),
    })),
    {
      title: t("imports.startedBy"),
      key: "by",
      className: `${css.by} ${wide.only}`,
      render: (_, { startedBy }) => startedBy?.name ?? t("imports.byCommand"),
    },
    {
      title: t("imports.startedAt"),
      key: "at",
      className: wide.only ?? "",
      render: (_, { startedAt }) => momentText(startedAt, language, now),
    },
  ];
  return (
    <div className={css.history}>
      <h2>{t("imports.history")}</h2>
      {runs.length === 0 && !loading ? (
        <p>{t("imports.none")}</p>
      ) : (
        <ScrollBox label={t("imports.history")}>
          <Table<Run>
            rowKey="id"
            size="small"
            columns={columns}
            dataSource={runs.map((run) => readFragment(ImportHistoryFragment, run))}
            loading={loading}
            pagination={false}
            locale={{ emptyText: t("common.loading") }}
          />
        </ScrollBox>
      )}
    </div>
  );
}
