import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { TransactionSearch } from "../transactions/TransactionSearch.tsx";
import { TransactionTable, TransactionTableFragment } from "../transactions/TransactionTable.tsx";
import { readSearch, toFilter, writeSearch } from "../transactions/transaction-search.ts";
import { AntTheme } from "../ui/AntTheme.tsx";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import css from "./list-page.module.css";

const TransactionsPageQuery = graphql(
  `
    query TransactionsPage($filter: TransactionFilter, $after: String) {
      transactions(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            ...TransactionTable_transaction
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [TransactionTableFragment],
);

/** The payments in sight, the latest first; what is searched for stands in the address. */
export function TransactionsPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const search = readSearch(params);
  const [{ data, error, fetching }, again] = useQuery({
    query: TransactionsPageQuery,
    variables: { filter: toFilter(search), after: params.get("after") },
    requestPolicy: "cache-and-network",
  });
  const edges = data?.transactions.edges ?? [];
  const next = data?.transactions.pageInfo;
  const isSearching = Object.values(search).some((word) => word !== "");

  return (
    <AntTheme>
      <title>{t("common.title", { page: t("transactions.title") })}</title>
      <div className={css.page}>
        <h1>{t("transactions.title")}</h1>
        <TransactionSearch
          key={JSON.stringify(search)}
          search={search}
          onSearch={(wanted) => setParams(writeSearch(wanted))}
        />
        {error !== undefined && edges.length === 0 && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {data !== undefined && edges.length === 0 && !fetching ? (
          <EmptyState
            title={isSearching ? t("transactions.empty") : t("transactions.none")}
            hint={isSearching ? t("transactions.emptyHint") : t("transactions.noneHint")}
            action={
              !isSearching &&
              viewer.permissions.includes("IMPORT_RUN") && <Link to="/imports">{t("transactions.toImport")}</Link>
            }
          />
        ) : (
          <TransactionTable transactions={edges.map(({ node }) => node)} loading={fetching && edges.length === 0} />
        )}
        {next?.hasNextPage === true && next.endCursor !== null && (
          <Button
            busy={fetching}
            onClick={() =>
              setParams({ ...Object.fromEntries(writeSearch(search)), after: next.endCursor ?? "" }, { replace: true })
            }
          >
            {t("common.loadMore")}
          </Button>
        )}
      </div>
    </AntTheme>
  );
}
