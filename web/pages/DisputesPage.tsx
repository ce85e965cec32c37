import type { ResultOf, VariablesOf } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { CaseCell, CaseCellFragment } from "../cases/CaseCell.tsx";
import { CaseTime, CaseTimeFragment } from "../clocks/CaseTime.tsx";
import { cardNetworks } from "../desk/filter-lists.ts";
import { DisputeRow, DisputeRowFragment } from "../disputes/DisputeRow.tsx";
import { graphql } from "../graphql/graphql.ts";
import { usePages } from "../graphql/use-pages.ts";
import { DisputeBoard } from "./lists/DisputeBoard.tsx";
import { ExportList } from "./lists/ExportList.tsx";
import { ListPage } from "./lists/ListPage.tsx";
import { ListTabs } from "./lists/ListTabs.tsx";
import { NarrowedBy } from "./lists/NarrowedBy.tsx";
import { narrowedDisputes } from "./lists/narrowed-lists.ts";

const DisputesPageQuery = graphql(
  `
    query DisputesPage($filter: DisputeFilter, $orderBy: DisputeOrder, $after: String) {
      disputes(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
        edges {
          node {
            id
            case {
              id
              ...CaseTime_case
              ...CaseCell_case
            }
            ...DisputeRow_dispute
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CaseCellFragment, CaseTimeFragment, DisputeRowFragment],
);
const disputesOf = ({ disputes }: ResultOf<typeof DisputesPageQuery>) => disputes;

const views = ["board", "open", "ended", "all"] as const;
type View = (typeof views)[number];

/** Disputes by stage and deadline on a board, or as a list. */
export function DisputesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const view: View = views.find((known) => known === search.get("view")) ?? "board";
  const network = cardNetworks.find((known) => known === search.get("network")) ?? null;
  const names: Record<View, string> = {
    board: t("lists.board"),
    open: t("lists.open"),
    ended: t("lists.ended"),
    all: t("lists.all"),
  };
  const addressOf = (key: View) => `?${new URLSearchParams({ view: key, ...(network !== null && { network }) })}`;
  const networks = { ...(network !== null && { networks: [network] }), ...narrowedDisputes(search) };
  const filter = { ...networks, ...(view !== "all" && { open: view !== "ended" }) };
  const filters = (
    <>
      <ListTabs
        label={t("lists.filter")}
        current={view}
        tabs={views.map((key) => ({ key, name: names[key], address: addressOf(key) }))}
      />
      <select
        aria-label={t("lists.network")}
        value={network ?? ""}
        onChange={({ target }) => setSearch({ view, ...(target.value !== "" && { network: target.value }) })}
      >
        <option value="">{t("lists.anyNetwork")}</option>
        {cardNetworks.map((known) => (
          <option key={known} value={known}>
            {t(`cardNetwork.${known}`)}
          </option>
        ))}
      </select>
      <NarrowedBy list="disputes" />
      <ExportList list={{ kind: "DISPUTES", disputes: filter }} />
    </>
  );
  if (view === "board") return <DisputeBoard filters={filters} networks={networks} />;
  return <DisputeTable filters={filters} filter={filter} orderBy={view === "open" ? "DEADLINE" : "NEWEST"} />;
}

function DisputeTable({
  filters,
  filter,
  orderBy,
}: {
  readonly filters: ReactNode;
  readonly filter: NonNullable<VariablesOf<typeof DisputesPageQuery>["filter"]>;
  readonly orderBy: "DEADLINE" | "NEWEST";
}) {
  const { t } = useTranslation();
  const pages = usePages({ query: DisputesPageQuery, variables: { filter, orderBy }, read: disputesOf });
  return (
    <ListPage
      title={t("lists.disputes")}
      filters={filters}
      columns={(["case", "amount", "state", "reason", "reference", "deadline"] as const).map((name) => ({
        name,
        title: t(`lists.${name}`),
        isAmount: name === "amount",
        isWide: name === "reason" || name === "reference",
      }))}
      rows={pages.nodes.map((dispute) => (
        <DisputeRow
          key={dispute.id}
          dispute={dispute}
          matter={<CaseCell case={dispute.case} />}
          clock={<CaseTime case={dispute.case} />}
        />
      ))}
      pages={pages}
      empty={{ title: t("lists.empty.disputes.title"), hint: t("lists.empty.disputes.hint") }}
    />
  );
}
