import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { CaseCell, CaseCellFragment } from "../cases/CaseCell.tsx";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { dayOf } from "../i18n/times.ts";
import { RefundRow, RefundRowFragment } from "../refunds/RefundRow.tsx";
import { ExportList } from "./lists/ExportList.tsx";
import { ListPage } from "./lists/ListPage.tsx";
import { ListTabs } from "./lists/ListTabs.tsx";
import { NarrowedBy } from "./lists/NarrowedBy.tsx";
import { narrowedRefunds } from "./lists/narrowed-lists.ts";
import { isRefundView, type RefundView, refundFilter, refundViews } from "./lists/refund-views.ts";

const RefundsPageQuery = graphql(
  `
    query RefundsPage($filter: RefundFilter, $after: String) {
      refunds(filter: $filter, first: 50, after: $after) {
        edges {
          node {
            id
            case {
              id
              ...CaseCell_case
            }
            ...RefundRow_refund
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CaseCellFragment, RefundRowFragment],
);
const refundsOf = ({ refunds }: ResultOf<typeof RefundsPageQuery>) => refunds;

/** Every instruction to give money back, the latest first; what has failed and what is late each in a view of its own. */
export function RefundsPage() {
  const { t } = useTranslation();
  const [search] = useSearchParams();
  const asked = search.get("view");
  const view: RefundView = isRefundView(asked) ? asked : "all";
  const filter = { ...refundFilter(view, dayOf(new Date())), ...narrowedRefunds(search) };
  const pages = usePages({ query: RefundsPageQuery, variables: { filter }, read: refundsOf });
  const column = (name: "case" | "amount" | "state" | "provider" | "created" | "expected") => ({
    name,
    title: t(`lists.${name}`),
    isAmount: name === "amount",
    isWide: name === "provider" || name === "created",
  });
  return (
    <ListPage
      title={t("lists.refunds")}
      filters={
        <>
          <ListTabs
            label={t("lists.filter")}
            current={view}
            tabs={Object.keys(refundViews)
              .filter(isRefundView)
              .map((key) => ({ key, name: t(`lists.refundView.${key}`), address: `?view=${key}` }))}
          />
          <NarrowedBy list="refunds" />
          <ExportList list={{ kind: "REFUNDS", refunds: filter }} />
        </>
      }
      columns={(["case", "amount", "state", "provider", "created", "expected"] as const).map(column)}
      rows={pages.nodes.map((refund) => (
        <RefundRow key={refund.id} refund={refund} matter={refund.case !== null && <CaseCell case={refund.case} />} />
      ))}
      pages={pages}
      empty={{
        title: t("lists.empty.refunds.title"),
        hint: t(`lists.empty.refunds.${view === "all" ? "hint" : "narrowed"}`),
      }}
    />
  );
}
