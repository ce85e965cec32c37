import type { CaseEventKind, CaseOrder, Overturner } from "../graphql/words.ts";
import { dayWord } from "../i18n/day-word.ts";
import { afterDay } from "../i18n/times.ts";
import { readAmount } from "../ui/amount.ts";
import {
  cardNetworks,
  caseChannels,
  caseOrigins,
  caseOutcomes,
  caseReasons,
  caseStages,
  caseStates,
} from "./filter-lists.ts";

export const queueViews = ["action", "mine", "team", "bank", "all"] as const;
export type QueueView = (typeof queueViews)[number];

/** Filters that name some of the schema's own words, under the name that the address has for them. */
export const wordLists = {
  stage: caseStages,
  state: caseStates,
  reason: caseReasons,
  outcome: caseOutcomes,
  channel: caseChannels,
  origin: caseOrigins,
  network: cardNetworks,
} as const;
export type WordFilter = keyof typeof wordLists;
type Words = { readonly [F in WordFilter]: readonly (typeof wordLists)[F][number][] };

export const dueWords = { overdue: "OVERDUE", today: "TODAY", week: "THIS_WEEK" } as const;
export type DueWord = keyof typeof dueWords;

/** What was decided of a case, as an address says it. */
export const decidedWords = {
  refused: ["DECLINE_REQUEST"],
  any: ["DECLINE_REQUEST", "APPROVE_REFUND", "AUTO_APPROVE"],
} as const satisfies Record<string, readonly CaseEventKind[]>;
export type DecidedWord = keyof typeof decidedWords;
const overturners = ["APPEAL", "BANK", "AGENCY"] as const satisfies readonly Overturner[];

/** All that the queue shows stands in its address, so that a link, a reload and the back button show it again. */
export interface QueueAddress extends Words {
  readonly view: QueueView;
  /** "me", "none", or a member of staff's id; several are as good as one another. */
  readonly assignee: readonly string[];
  readonly merchant: string | null;
  readonly over: string | null;
  readonly under: string | null;
  readonly currency: string | null;
  /** A span of the desk's days, or the last day on which something may be due. */
  readonly due: DueWord | string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly closedFrom: string | null;
  readonly closedUntil: string | null;
  /** Versions of policies, by id. */
  readonly version: readonly string[];
  /** Decided in a span of days, and overturned since by one of these. */
  readonly decided: DecidedWord | null;
  readonly decidedFrom: string | null;
  readonly decidedUntil: string | null;
  readonly overturned: readonly Overturner[];
  readonly order: CaseOrder;
  /** The case whose preview is open. */
  readonly chosen: string | null;
}

const orders = { left: "TIME_LEFT", newest: "NEWEST", amount: "AMOUNT" } as const satisfies Record<string, CaseOrder>;
const isKeyOf = <R extends object>(record: R, word: string | null): word is Extract<keyof R, string> =>
  word !== null && Object.hasOwn(record, word);
const isView = (view: string | null): view is QueueView => queueViews.some((known) => known === view);

/** What is kept is not ordered by time left: that of a closed case is over. */
export const orderOf = (view: QueueView): CaseOrder => (view === "all" ? "NEWEST" : "TIME_LEFT");

/** Reads the address; a word that we do not know is as good as none. */
export function readQueueAddress(search: URLSearchParams, home: QueueView): QueueAddress {
  const asked = search.get("view");
  const view = isView(asked) ? asked : home;
  const listed = (name: string) => (search.get(name) ?? "").split(",");
  const wordsOf = <F extends WordFilter>(name: F) => {
    const known: readonly Words[F][number][] = wordLists[name];
    return known.filter((word) => listed(name).includes(word));
  };
  const currency = /^[A-Z]{3}$/.exec(search.get("currency") ?? "")?.[0] ?? null;
  const [order, due, decided] = [search.get("order"), search.get("due"), search.get("decided")];
  return {
    view,
    stage: wordsOf("stage"),
    state: wordsOf("state"),
    reason: wordsOf("reason"),
    outcome: wordsOf("outcome"),
    channel: wordsOf("channel"),
    origin: wordsOf("origin"),
    network: wordsOf("network"),
    assignee: listed("assignee").filter((one) => one !== ""),
    merchant: search.get("merchant"),
    // An amount of no currency narrows nothing, and is not said to.
    over: currency === null ? null : search.get("over"),
    under: currency === null ? null : search.get("under"),
    currency,
    due: isKeyOf(dueWords, due) ? due : dayWord(due),
    from: dayWord(search.get("from")),
    until: dayWord(search.get("until")),
    closedFrom: dayWord(search.get("closedFrom")),
    closedUntil: dayWord(search.get("closedUntil")),
    version: listed("version").filter((one) => one !== ""),
    decided: isKeyOf(decidedWords, decided) ? decided : null,
    decidedFrom: dayWord(search.get("decidedFrom")),
    decidedUntil: dayWord(search.get("decidedUntil")),
    overturned: overturners.filter((word) => listed("overturned").includes(word)),
    order: isKeyOf(orders, order) && (order !== "amount" || currency !== null) ? orders[order] : orderOf(view),
    chosen: search.get("case"),
  };
}

const plainNames = [
  ...(["merchant", "over", "under", "currency", "due", "from", "until"] as const),
  ...(["closedFrom", "closedUntil", "decided", "decidedFrom", "decidedUntil"] as const),
] as const;

/** The other way round; what is as it always is stays out. */
export function writeQueueAddress(address: QueueAddress): URLSearchParams {
  const { view, order, assignee, chosen } = address;
  const search = new URLSearchParams({ view });
  for (const name of wordFilters) if (address[name].length > 0) search.set(name, address[name].join(","));
  if (assignee.length > 0) search.set("assignee", assignee.join(","));
  for (const name of ["version", "overturned"] as const)
    if (address[name].length > 0) search.set(name, address[name].join(","));
  for (const name of plainNames) {
    const value = address[name];
    if (value !== null) search.set(name, value);
  }
  const word = Object.entries(orders).find(([, known]) => known === order)?.[0];
  if (order !== orderOf(view) && word !== undefined) search.set("order", word);
  if (chosen !== null) search.set("case", chosen);
  return search;
}

export const wordFilters = Object.keys(wordLists).filter((name): name is WordFilter => isKeyOf(wordLists, name));

/** The same view with nothing narrowed. */
export function unfiltered({ view, order }: QueueAddress): QueueAddress {
  const bare = readQueueAddress(new URLSearchParams({ view }), view);
  return order === "AMOUNT" ? bare : { ...bare, order };
}

export function hasFilters(address: QueueAddress): boolean {
  const shown = { ...address, chosen: null };
  return String(writeQueueAddress(shown)) !== String(writeQueueAddress(unfiltered(shown)));
}

type Stage = (typeof caseStages)[number];
const atBank: readonly Stage[] = ["BANK"];

const baseFilters = {
  action: { open: true, needsAction: true },
  mine: { open: true, mine: true },
  team: { open: true },
  bank: { open: true, dueWithin: "THIS_WEEK" },
  all: {},
} as const satisfies Record<QueueView, object>;

/** The server's filter for an address. */
export function toCaseFilter(address: QueueAddress) {
  const { view, assignee, merchant, over, under, currency, due, from, until } = address;
  const { stage, state, reason, outcome, channel, origin, network } = address;
  const { closedFrom, closedUntil, version, decided, decidedFrom, decidedUntil, overturned } = address;
  const minorOf = (typed: string | null) => (typed === null || currency === null ? null : readAmount(typed, currency));
  const [least, most] = [minorOf(over)?.minor, minorOf(under)?.minor];
  const colleague = assignee.find((one) => one !== "me" && one !== "none");
  const stages = view === "bank" ? atBank : stage;
  return {
    ...baseFilters[view],
    ...(stages.length > 0 && { stages: [...stages] }),
    ...(state.length > 0 && { states: [...state] }),
    ...(reason.length > 0 && { reasons: [...reason] }),
    ...(outcome.length > 0 && { outcomes: [...outcome] }),
    ...(channel.length > 0 && { channels: [...channel] }),
    ...(origin.length > 0 && { origins: [...origin] }),
    ...(network.length > 0 && { networks: [...network] }),
    ...(assignee.includes("me") && { mine: true }),
    ...(assignee.includes("none") && { unassigned: true }),
    ...(colleague !== undefined && { assigneeId: colleague }),
    ...(merchant !== null && { merchantId: merchant }),
    ...(currency !== null && { currency }),
    ...(least !== undefined && { amountAtLeastMinor: least }),
    ...(most !== undefined && { amountAtMostMinor: most }),
    ...(isKeyOf(dueWords, due) && { dueWithin: dueWords[due] }),
    ...(due !== null && dayWord(due) !== null && { dueBefore: afterDay(due).toISOString() }),
    ...(from !== null && { openedFrom: from }),
    ...(until !== null && { openedUntil: until }),
    ...(closedFrom !== null && { closedFrom }),
    ...(closedUntil !== null && { closedUntil }),
    ...(version.length > 0 && { policyVersionIds: [...version] }),
    ...(decided !== null &&
      decidedFrom !== null &&
      decidedUntil !== null && {
        happened: {
          kinds: [...decidedWords[decided]],
          from: decidedFrom,
          until: decidedUntil,
          ...(overturned.length > 0 && { overturnedBy: [...overturned] }),
        },
      }),
  };
}
