import type { CaseOrder, CaseReason, CaseState } from "../graphql/words.ts";
import { readAmount } from "../ui/amount.ts";

export const queueViews = ["action", "mine", "team", "all"] as const;
export type QueueView = (typeof queueViews)[number];

/** All that the queue shows stands in its address, so that a link, a reload and the back button show it again. */
export interface QueueAddress {
  readonly view: QueueView;
  readonly state: CaseState | null;
  readonly reason: CaseReason | null;
  readonly unassigned: boolean;
  readonly over: string | null;
  readonly currency: string;
  readonly order: CaseOrder;
  /** The case whose preview is open. */
  readonly chosen: string | null;
}

const orders = { newest: "NEWEST", left: "TIME_LEFT" } as const satisfies Record<string, CaseOrder>;
const isView = (view: string | null): view is QueueView => queueViews.some((known) => known === view);

/** Reads the address; a word that we do not know is as good as none. `words` are the lists that a filter can name. */
export function readQueueAddress(
  search: URLSearchParams,
  home: QueueView,
  words: { readonly states: readonly CaseState[]; readonly reasons: readonly CaseReason[] },
): QueueAddress {
  const view = search.get("view");
  return {
    view: isView(view) ? view : home,
    state: words.states.find((state) => state === search.get("state")) ?? null,
    reason: words.reasons.find((reason) => reason === search.get("reason")) ?? null,
    unassigned: search.get("unassigned") === "yes",
    over: search.get("over"),
    currency: search.get("currency") ?? "CNY",
    order: search.get("order") === "newest" ? orders.newest : orders.left,
    chosen: search.get("case"),
  };
}

export function writeQueueAddress(address: QueueAddress): URLSearchParams {
  const search = new URLSearchParams({ view: address.view });
  if (address.state !== null) search.set("state", address.state);
  if (address.reason !== null) search.set("reason", address.reason);
  if (address.unassigned) search.set("unassigned", "yes");
  if (address.over !== null) {
    search.set("over", address.over);
    search.set("currency", address.currency);
  }
  if (address.order === "NEWEST") search.set("order", "newest");
  if (address.chosen !== null) search.set("case", address.chosen);
  return search;
}

export function hasFilters({ state, reason, unassigned, over }: QueueAddress): boolean {
  return state !== null || reason !== null || unassigned || over !== null;
}

/** What each view asks for. */
export function viewFilter(view: QueueView) {
  const filters = {
    action: { open: true, needsAction: true },
    mine: { open: true, mine: true },
    team: { open: true },
    all: {},
  } as const satisfies Record<QueueView, object>;
  return filters[view];
}

/** The server's filter for an address. */
export function toCaseFilter({ view, state, reason, unassigned, over, currency }: QueueAddress) {
  const least = over === null ? null : readAmount(over, currency);
  return {
    ...viewFilter(view),
    ...(state !== null && { states: [state] }),
    ...(reason !== null && { reasons: [reason] }),
    ...(unassigned && { unassigned: true }),
    ...(least !== null && { amountAtLeastMinor: least.minor, currency }),
  };
}
