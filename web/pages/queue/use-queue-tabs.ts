import type { ResultOf } from "gql.tada";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import type { QueueTab } from "../../desk/QueueTabs.tsx";
import { type QueueAddress, readQueueAddress, toCaseFilter, writeQueueAddress } from "../../desk/queue-address.ts";
import { useViewer } from "../../shell/viewer.ts";
import { useHeardTabs } from "./heard-tabs.ts";
import { QueueTabsQuery } from "./queue-operations.ts";

/** The server counts no view further than this. */
const MOST_COUNTED = 1000;

export type SavedView = ResultOf<typeof QueueTabsQuery>["savedViews"][number];

const bare = (view: QueueAddress["view"]) => toCaseFilter(readQueueAddress(new URLSearchParams({ view }), view));
const filters = { action: bare("action"), mine: bare("mine"), team: bare("team"), bank: bare("bank") };
const sum = (counts: readonly { readonly count: number }[] | undefined) =>
  counts?.reduce((all, { count }) => all + count, 0) ?? null;

/** Built-in and saved views in the reader's own order, with how much is in each. */
export function useQueueTabs(address: QueueAddress, pause: boolean) {
  const { t } = useTranslation();
  const { id: viewerId, permissions } = useViewer();
  const [{ data, error }, again] = useQuery({
    query: QueueTabsQuery,
    variables: filters,
    requestPolicy: "cache-and-network",
    pause,
  });
  const heard = useHeardTabs(viewerId, data);
  // Where nobody answers, what was counted some other day is no count.
  const counted = error === undefined ? heard : data;
  const worksCases = permissions.includes("CASE_WORK");
  const builtIn = (["action", "mine", "team", "bank", "all"] as const)
    .filter((view) => view !== "mine" || worksCases)
    .map((view): QueueTab => {
      const count = view === "all" ? null : (sum(counted?.[view]) ?? "counting");
      return { key: view, name: t(`queue.view.${view}`), address: `view=${view}`, count };
    });
  const saved = (heard?.savedViews ?? []).map(
    ({ id, name, address: at, count }): QueueTab => ({
      ...{ key: id, name, address: at, most: MOST_COUNTED },
      count: counted === undefined ? "counting" : count,
    }),
  );
  const places = heard?.viewOrder?.places ?? [];
  const placeOf = ({ key }: QueueTab) => (places.includes(key) ? places.indexOf(key) : places.length);
  const tabs = [...builtIn, ...saved].sort((left, right) => placeOf(left) - placeOf(right));
  const shown = String(writeQueueAddress({ ...address, chosen: null }));
  const current = saved.find((tab) => tab.address === shown)?.key ?? address.view;
  const count = data && tabs.find(({ key }) => key === current)?.count;
  return {
    tabs,
    current,
    /** How many the shown tab has; null where they are more than are counted. */
    counted: typeof count !== "number" || count >= MOST_COUNTED ? null : count,
    saved: data?.savedViews ?? [],
    home: data?.viewOrder?.home ?? null,
    homeAddress:
      data === undefined ? undefined : (tabs.find(({ key }) => key === data.viewOrder?.home)?.address ?? null),
    recount: () => again({ requestPolicy: "network-only" }),
  };
}
