import { useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { CaseRow, CaseRowFragment } from "../cases/CaseRow.tsx";
import { CaseClock, CaseClockFragment } from "../clocks/CaseClock.tsx";
import { caseReasons, caseStates } from "../desk/filter-lists.ts";
import { QueueFilters } from "../desk/QueueFilters.tsx";
import { QueueList } from "../desk/QueueList.tsx";
import { QueueOrder } from "../desk/QueueOrder.tsx";
import { QueueTabs } from "../desk/QueueTabs.tsx";
import {
  hasFilters,
  type QueueAddress,
  readQueueAddress,
  toCaseFilter,
  viewFilter,
  writeQueueAddress,
} from "../desk/queue-address.ts";
import { useKeptScroll } from "../desk/use-kept-scroll.ts";
import { useQueueKeys } from "../desk/use-queue-keys.ts";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { useLive } from "../graphql/use-live.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { keepListPlace } from "../ui/list-place.ts";
import { Skeleton } from "../ui/Skeleton.tsx";
import { QueuePreview } from "./QueuePreview.tsx";
import css from "./queue-page.module.css";

const QueuePageQuery = graphql(
  `
    query QueuePage($filter: CaseFilter, $orderBy: CaseOrder, $after: String) {
      cases(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
        edges {
          node {
            id
            number
            bindingClock {
              id
              ...CaseClock_clock
            }
            ...CaseRow_case
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [CaseRowFragment, CaseClockFragment],
);

const QueueCountsQuery = graphql(`
  query QueueCounts($action: CaseFilter, $mine: CaseFilter, $team: CaseFilter) {
    action: caseCounts(filter: $action) {
      count
    }
    mine: caseCounts(filter: $mine) {
      count
    }
    team: caseCounts(filter: $team) {
      count
    }
  }
`);

const QueueChangedSubscription = graphql(
  `
    subscription QueueChanged($filter: CaseFilter) {
      queueChanged(filter: $filter) {
        id
        case {
          id
          bindingClock {
            id
            ...CaseClock_clock
          }
          ...CaseRow_case
        }
      }
    }
  `,
  [CaseRowFragment, CaseClockFragment],
);

const words = { states: caseStates, reasons: caseReasons };
const sum = (counts: readonly { readonly count: number }[] | undefined) =>
  counts?.reduce((all, { count }) => all + count, 0) ?? null;

/** The agent's home: what waits, by time left, with the chosen case beside it. */
export function QueuePage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  // "Needs my action" means the desk's action; a shop's or a bank's people see all that is open in their scope.
  const worksCases = viewer.permissions.includes("CASE_WORK");
  const address = readQueueAddress(search, worksCases ? "action" : "team", words);
  const filter = toCaseFilter(address);
  const filterKey = JSON.stringify([filter, address.order]);

  const [page, setPage] = useState<{ readonly of: string; readonly after: string | null }>({
    of: filterKey,
    after: null,
  });
  const after = page.of === filterKey ? page.after : null;
  const [{ data, error, fetching }, again] = useQuery({
    query: QueuePageQuery,
    variables: { filter, orderBy: address.order, after },
    requestPolicy: "cache-and-network",
  });
  const [counts, countAgain] = useQuery({
    query: QueueCountsQuery,
    variables: { action: viewFilter("action"), mine: viewFilter("mine"), team: viewFilter("team") },
    requestPolicy: "cache-and-network",
  });

  // Cases on the list change in place; those that come or go wait for the reader, so that nothing jumps under the hand.
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  function refresh(): void {
    setChanged(new Set());
    setPage({ of: filterKey, after: null });
    again({ requestPolicy: "network-only" });
    countAgain({ requestPolicy: "network-only" });
  }
  const edges = data?.cases.edges ?? [];
  const numbers = edges.map(({ node }) => node.number);
  useEffect(() => keepListPlace({ address: `/queue?${search}`, numbers }));
  useLive({
    query: QueueChangedSubscription,
    variables: { filter },
    onChange: ({ queueChanged }) => {
      countAgain({ requestPolicy: "network-only" });
      const isHere = edges.some(({ node }) => node.id === queueChanged.id);
      if (isHere !== (queueChanged.case !== null)) setChanged(new Set([...changed, queueChanged.id]));
    },
    onReturn: refresh,
  });

  const change = (part: Partial<QueueAddress>) => setSearch(writeQueueAddress({ ...address, chosen: null, ...part }));
  const choose = useCallback(
    (number: string | null) =>
      setSearch((now) => writeQueueAddress({ ...readQueueAddress(now, "action", words), chosen: number }), {
        replace: true,
      }),
    [setSearch],
  );
  useQueueKeys({
    numbers,
    chosen: address.chosen,
    onChoose: choose,
    onOpen: (number) => void navigate(`/cases/${number}`),
  });

  const rows = useRef<HTMLDivElement>(null);
  useKeptScroll(rows, filterKey, data !== undefined);

  const next = data?.cases.pageInfo;
  const loadMore = useCallback(
    () => setPage({ of: filterKey, after: next?.endCursor ?? null }),
    [filterKey, next?.endCursor],
  );
  const tabs = [
    ...(worksCases
      ? ([
          { view: "action", count: sum(counts.data?.action) },
          { view: "mine", count: sum(counts.data?.mine) },
        ] as const)
      : []),
    { view: "team", count: sum(counts.data?.team) },
    { view: "all", count: null },
  ] as const;
  const empty = hasFilters(address) ? "filtered" : address.view;

  return (
    <div className={css.work}>
      <title>{t("common.title", { page: t("queue.title") })}</title>
      <section className={css.list} aria-labelledby="queue-title">
        <div className={css.head}>
          <h1 id="queue-title">{t("queue.title")}</h1>
          <QueueTabs tabs={tabs} current={address.view} />
        </div>
        <div className={css.filters}>
          <QueueFilters address={address} onChange={change} />
          <QueueOrder order={address.order} onChange={(order) => change({ order })} />
        </div>
        <div className={css.columns} aria-hidden="true">
          <span>{t("queue.columns.case")}</span>
          <span className={css.right}>{t("queue.columns.amount")}</span>
          <span>{t("queue.columns.state")}</span>
          <span>{t("queue.columns.clock")}</span>
        </div>
        <div ref={rows} className={css.rows}>
          {changed.size > 0 && (
            <div className={css.changed} role="status">
              <span>{t("queue.changed", { count: changed.size })}</span>
              <Button size="small" onClick={refresh}>
                {t("queue.refresh")}
              </Button>
            </div>
          )}
          {error !== undefined && edges.length === 0 && <FailureView failure={failureOf(error)} onRetry={refresh} />}
          {data === undefined && error === undefined && <Skeleton rows={8} label={t("common.loading")} />}
          {data !== undefined && edges.length === 0 && !fetching && (
            <EmptyState
              title={t(`queue.empty.${empty}.title`)}
              hint={t(`queue.empty.${empty}.hint`)}
              action={
                empty === "filtered" && (
                  <Button onClick={() => change({ state: null, reason: null, over: null, unassigned: false })}>
                    {t("queue.clearFilters")}
                  </Button>
                )
              }
            />
          )}
          <QueueList
            items={edges.map(({ node }) => ({
              number: node.number,
              row: (
                <CaseRow
                  case={node}
                  clock={node.bindingClock === null ? t("queue.noClock") : <CaseClock clock={node.bindingClock} />}
                />
              ),
            }))}
            chosen={address.chosen}
            onChoose={choose}
            onEnd={next?.hasNextPage === true ? loadMore : null}
          />
        </div>
        <p className={css.foot}>
          <span className={css.keys} aria-hidden="true">
            <kbd>j</kbd>
            <kbd>k</kbd> {t("queue.keys.move")} <kbd>Enter</kbd> {t("queue.keys.open")}
          </span>
          {next?.hasNextPage === false
            ? t("queue.allShown", { count: edges.length })
            : t("queue.shown", { count: edges.length })}
        </p>
      </section>
      {address.chosen !== null && <QueuePreview number={address.chosen} onClose={() => choose(null)} />}
    </div>
  );
}
