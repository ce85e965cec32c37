import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { useViewer } from "../shell/viewer.ts";
import { TransactionRow, TransactionRowFragment, transactionColumns } from "../transactions/TransactionRow.tsx";
import { TransactionSearch } from "../transactions/TransactionSearch.tsx";
import { readSearch, toFilter, writeSearch } from "../transactions/transaction-search.ts";
import { ExportList } from "./lists/ExportList.tsx";
import { ListPage } from "./lists/ListPage.tsx";

const TransactionsPageQuery = graphql(
  `
    query TransactionsPage($filter: TransactionFilter, $after: String) {
      transactions(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            ...TransactionRow_transaction
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [TransactionRowFragment],
);
const transactionsOf = ({ transactions }: ResultOf<typeof TransactionsPageQuery>) => transactions;

/** The payments in sight, the latest first; what is searched for stands in the address. */
export function TransactionsPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const search = readSearch(params);
  const variables = { filter: toFilter(search) };
  const pages = usePages({ query: TransactionsPageQuery, variables, read: transactionsOf });
  const isSearching = Object.values(search).some((word) => word !== "");
  const toImport = viewer.permissions.includes("IMPORT_RUN") && <Link to="/imports">{t("transactions.toImport")}</Link>;
  return (
    <ListPage
      title={t("transactions.title")}
      aside={<ExportList list={{ kind: "TRANSACTIONS", transactions: variables.filter }} />}
      filters={
        <TransactionSearch
          key={JSON.stringify(search)}
          search={search}
          onSearch={(wanted) => setParams(writeSearch(wanted))}
        />
      }
      columns={transactionColumns.map((column) => ({ ...column, title: t(`transactions.columns.${column.name}`) }))}
      rows={pages.nodes.map((transaction) => <TransactionRow key={transaction.id} transaction={transaction} />)}
      pages={pages}
      empty={
        isSearching
          ? { title: t("transactions.empty"), hint: t("transactions.emptyHint") }
          : { title: t("transactions.none"), hint: t("transactions.noneHint"), action: toImport }
      }
    />
  );
}
