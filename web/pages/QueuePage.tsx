import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CaseRow } from "../cases/CaseRow.tsx";
import { CaseTime } from "../clocks/CaseTime.tsx";
import { QueueFilters } from "../desk/QueueFilters.tsx";
import { QueueList, type QueueListHandle } from "../desk/QueueList.tsx";
import { QueueOrder } from "../desk/QueueOrder.tsx";
import { QueueTabs } from "../desk/QueueTabs.tsx";
import { hasFilters, type QueueAddress, toCaseFilter, unfiltered, writeQueueAddress } from "../desk/queue-address.ts";
import { useKeptScroll } from "../desk/use-kept-scroll.ts";
import { useLatestSearch } from "../desk/use-latest-search.ts";
import { useSelection } from "../desk/use-selection.ts";
import { failureOf } from "../graphql/failure.ts";
import { usePages } from "../graphql/use-pages.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Icon } from "../ui/Icon.tsx";
import { keepListAddress, keepListNumbers, keepListTotal } from "../ui/list-place.ts";
import { Skeleton } from "../ui/Skeleton.tsx";
import { ExportList } from "./lists/ExportList.tsx";
import { BulkBar } from "./queue/BulkBar.tsx";
import { type BulkAction, bulkNeeds } from "./queue/bulk/bulk-actions.ts";
import { MovedBar } from "./queue/MovedBar.tsx";
import { QueueFoot } from "./queue/QueueFoot.tsx";
import { useKeptHome, useQueueHome } from "./queue/queue-home.ts";
import { QueuePageQuery, QueueRowFragment } from "./queue/queue-operations.ts";
import { useQueueKeys } from "./queue/use-queue-keys.ts";
import { useQueueLive } from "./queue/use-queue-live.ts";
import { useQueueTabs } from "./queue/use-queue-tabs.ts";
import { useTickedCommands } from "./queue/use-ticked-commands.ts";
import { useUndoAssign } from "./queue/use-undo-assign.ts";
import css from "./queue-page.module.css";

const QueuePreview = lazy(async () => ({ default: (await import("./QueuePreview.tsx")).QueuePreview }));
const BulkSheet = lazy(async () => ({ default: (await import("./queue/bulk/BulkSheet.tsx")).BulkSheet }));
const ViewsDialog = lazy(async () => ({ default: (await import("./queue/ViewsDialog.tsx")).ViewsDialog }));

const casesOf = ({ cases }: ResultOf<typeof QueuePageQuery>) => cases;

/** What is being done to some cases, in a sheet over the list. */
interface Doing {
  readonly action: BulkAction;
  readonly caseIds: readonly string[];
}

/** The agent's home: what waits, by time left, with the chosen case beside it. As `cases` it is the room of all of them. */
export function QueuePage({ room = "queue" }: { readonly room?: "queue" | "cases" }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [search, changeSearch] = useLatestSearch();
  const isQueue = room === "queue";
  const isDesk = viewer.permissions.includes("CASE_NOTE");
  const home = isQueue ? "action" : "all";
  const opens = useQueueHome(viewer.id, home, isQueue);
  const read = useCallback(
    (asked: URLSearchParams) => opens.read(isQueue ? asked : new URLSearchParams([...asked, ["view", "all"]])),
    [opens.read, isQueue],
  );
  const address = read(search);
  const filter = toCaseFilter(address);
  const list = JSON.stringify([room, filter, address.order]);

  const pages = usePages({ query: QueuePageQuery, variables: { filter, orderBy: address.order }, read: casesOf });
  const { nodes, hasNext, error, loading } = pages;
  const tabs = useQueueTabs(address, !isQueue);
  useEffect(() => keepListAddress(`/${room}?${search}`), [room, search]);
  useEffect(() => keepListNumbers(nodes.map(({ number }) => number)), [nodes]);
  const { moved, settle } = useQueueLive(list, filter, nodes, tabs.recount);
  const selection = useSelection(list, nodes);
  const total = hasNext === false ? nodes.length : isQueue && !hasFilters(address) ? tabs.counted : null;
  useEffect(() => keepListTotal(total), [total]);
  useKeptHome(opens, isQueue ? tabs.homeAddress : undefined, search.size > 0 || selection.ids.size > 0);
  const undo = useUndoAssign();
  const [doing, setDoing] = useState<Doing | null>(null);
  const [isArranging, setArranging] = useState(false);

  const rows = useRef<HTMLDivElement>(null);
  const handle = useRef<QueueListHandle>(null);
  const preview = useRef<HTMLElement>(null);
  useKeptScroll(rows, list, nodes.length > 0);

  function refresh(): void {
    settle();
    pages.refresh();
    tabs.recount();
    rows.current?.scrollTo({ top: 0 });
  }
  const go = (change: (now: QueueAddress) => QueueAddress) =>
    changeSearch((now) => writeQueueAddress({ ...change(read(now)), chosen: null }));
  const setFilters = (change: Readonly<Record<string, string | null>>) =>
    changeSearch((now) => {
      const next = writeQueueAddress({ ...read(now), chosen: null });
      for (const [name, value] of Object.entries(change)) value === null ? next.delete(name) : next.set(name, value);
      return next;
    });
  const choose = useCallback(
    (number: string | null) =>
      changeSearch((now) => writeQueueAddress({ ...read(now), chosen: number }), { replace: true }),
    [changeSearch, read],
  );
  const mayBulk = bulkNeeds.some(({ needs }) => viewer.permissions.includes(needs));
  /** What is ticked, or else the case that is chosen. */
  const act = (action: BulkAction, number: string | null) => {
    const chosen = nodes.find((node) => node.number === number);
    const caseIds = selection.ids.size > 0 ? [...selection.ids] : chosen === undefined ? [] : [chosen.id];
    if (caseIds.length > 0) setDoing({ action, caseIds });
  };
  useTickedCommands(selection.ids.size, (action) => act(action, null));
  useQueueKeys({ nodes, chosen: address.chosen, selection, mayBulk, handle, preview, choose, act, undo: undo.undo });
  const empty = hasFilters(address) ? "filtered" : address.view;

  return (
    <div className={css.work}>
      <title>{t("common.title", { page: t(isQueue ? "queue.title" : "lists.cases") })}</title>
      <section className={css.list} aria-labelledby="queue-title">
        <div className={css.head}>
          <h1 id="queue-title">{t(isQueue ? "queue.title" : "lists.cases")}</h1>
          {isQueue && (
            <QueueTabs tabs={tabs.tabs} current={tabs.current}>
              <Button
                look="ghost"
                aria-label={t("views.manage")}
                title={t("views.manage")}
                onClick={() => setArranging(true)}
              >
                <Icon name="plus" size="s" />
                {t("views.add")}
              </Button>
            </QueueTabs>
          )}
          {viewer.permissions.includes("CASE_OPEN") && (
            <Link className={css.newCase} to="/cases/new">
              <Icon name="plus" size="s" />
              <span>{t("newCase.title")}</span>
              <span className={css.short} aria-hidden="true">
                {t("newCase.short")}
              </span>
            </Link>
          )}
        </div>
        <div className={css.filters}>
          <QueueFilters address={address} onSet={setFilters} isDesk={isDesk} />
          <QueueOrder
            order={address.order}
            open={address.view !== "all"}
            currency={address.currency}
            onChange={(order) => go((now) => ({ ...now, order }))}
          />
          {!isQueue && <ExportList list={{ kind: "CASES", cases: filter }} />}
        </div>
        <div className={css.columns}>
          {mayBulk && (
            <input
              type="checkbox"
              className={css.all}
              aria-label={t("bulk.selectAll")}
              checked={nodes.length > 0 && nodes.every(({ id }) => selection.ids.has(id))}
              onChange={({ target }) =>
                target.checked ? selection.replace(nodes.map(({ id }) => id)) : selection.clear()
              }
            />
          )}
          <span>{t("queue.columns.case")}</span>
          <span className={css.right}>{t("queue.columns.amount")}</span>
          <span>{t("queue.columns.state")}</span>
          <span>{t("queue.columns.clock")}</span>
        </div>
        <div className={css.body}>
          <MovedBar moved={moved} onShow={refresh} />
          <div ref={rows} className={css.rows}>
            {error !== null && <FailureView failure={failureOf(error)} onRetry={pages.retry} />}
            {hasNext === null && error === null && <Skeleton rows={8} label={t("common.loading")} />}
            {hasNext !== null && error === null && nodes.length === 0 && !loading && (
              <EmptyState
                title={t(`queue.empty.${empty}.title`)}
                hint={t(`queue.empty.${empty}.hint`)}
                action={
                  empty === "filtered" && <Button onClick={() => go(unfiltered)}>{t("queue.clearFilters")}</Button>
                }
              />
            )}
            <QueueList
              ref={handle}
              items={nodes}
              draw={drawRow}
              chosen={address.chosen}
              selected={selection.ids}
              onChoose={choose}
              onSelect={mayBulk ? selection.toggle : null}
              onEnd={hasNext === true && error === null ? pages.more : null}
            />
          </div>
        </div>
        {mayBulk && <BulkBar selection={selection} onChoose={(action) => act(action, null)} />}
        <QueueFoot count={nodes.length} hasNext={hasNext} readAt={pages.readAt} said={undo.said} onUndo={undo.undo} />
      </section>
      <Suspense>
        {address.chosen !== null && <QueuePreview ref={preview} number={address.chosen} onClose={() => choose(null)} />}
      </Suspense>
      <Suspense>
        {doing !== null && (
          <BulkSheet
            {...doing}
            onClose={() => setDoing(null)}
            onDone={(cases) => {
              if (cases !== null) undo.hold(cases);
              selection.clear();
              tabs.recount();
            }}
          />
        )}
        {isArranging && (
          <ViewsDialog
            address={address}
            tabs={tabs.tabs}
            saved={tabs.saved}
            home={tabs.home}
            onChange={tabs.recount}
            onClose={() => setArranging(false)}
          />
        )}
      </Suspense>
    </div>
  );
}

function drawRow(node: FragmentOf<typeof QueueRowFragment>) {
  return <Row case={node} />;
}

function Row({ case: of }: { readonly case: FragmentOf<typeof QueueRowFragment> }) {
  const { t } = useTranslation();
  const found = readFragment(QueueRowFragment, of);
  const isDesk = useViewer().permissions.includes("CASE_NOTE");
  return <CaseRow case={found} isDesk={isDesk} clock={<CaseTime case={found} none={t("queue.noClock")} />} />;
}
