import { Table, type TableColumnsType } from "antd";
import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { countText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import { ScrollBox } from "../ui/ScrollBox.tsx";
import css from "./import-errors.module.css";

const ImportErrorsQuery = graphql(`
  query ImportErrors($importId: ID!) {
    importRun(id: $importId) {
      id
      errorReportPath
    }
    importErrors(importId: $importId, first: 50) {
      edges {
        node {
          line
          row
          reasons {
            code
            column
            message
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

type ErrorRow = ResultOf<typeof ImportErrorsQuery>["importErrors"]["edges"][number]["node"];

/** The rows that were not taken, each with every reason; all of them as a file to mend and bring again. */
export function ImportErrors({ importId }: { readonly importId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [{ data, error, fetching }, again] = useQuery({ query: ImportErrorsQuery, variables: { importId } });
  const rows = data?.importErrors.edges.map(({ node }) => node) ?? [];
  const columns: TableColumnsType<ErrorRow> = [
    {
      title: t("imports.line"),
      key: "line",
      align: "right",
      width: 80,
      render: (_, { line }) => countText(line, language),
    },
    {
      title: t("imports.reasons"),
      key: "reasons",
      render: (_, { reasons }) => (
        <ul>
          {reasons.map(({ code, column, message }) => (
            <li key={`${code}${column}`}>
              {column !== null && <b>{column}</b>} {message}
            </li>
          ))}
        </ul>
      ),
    },
    { title: t("imports.row"), key: "row", render: (_, { row }) => <code className={css.row}>{row}</code> },
  ];
  return (
    <div className={css.errors}>
      <div className={css.head}>
        <h2>{t("imports.errors")}</h2>
        {data?.importRun != null && (
          <a href={data.importRun.errorReportPath} download>
            {t("imports.download")}
          </a>
        )}
      </div>
      {error !== undefined && data === undefined ? (
        <FailureNotice failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
      ) : (
        <ScrollBox label={t("imports.errors")}>
          <Table<ErrorRow>
            rowKey="line"
            size="small"
            columns={columns}
            dataSource={rows}
            loading={fetching}
            pagination={false}
          />
        </ScrollBox>
      )}
      {data?.importErrors.pageInfo.hasNextPage === true && <p>{t("imports.firstErrors", { count: rows.length })}</p>}
    </div>
  );
}
