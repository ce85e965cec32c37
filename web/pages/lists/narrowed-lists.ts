import { cardNetworks } from "../../desk/filter-lists.ts";
import { readQueueAddress, toCaseFilter } from "../../desk/queue-address.ts";
import { isRefundState } from "../../graphql/refund-states.ts";
import { dayWord } from "../../i18n/day-word.ts";

/** Names of the addresses of refunds and disputes, beside those that narrow their cases. */
export const refundNames = [
  ...([
    "state",
    "currency",
    "holdsMoney",
    "settledFrom",
    "settledUntil",
    "expectedFrom",
    "expectedUntil",
    "late",
  ] as const),
] as const;
export const disputeNames = ["disputeNetwork", "openedFrom", "openedUntil"] as const;
export const caseNames = ["merchant", "network", "reason", "version"] as const;

/** What an address narrows the cases to whose refunds or disputes are listed; nothing where it says nothing. */
function casesOf(search: URLSearchParams) {
  const own = new URLSearchParams(
    caseNames.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? ""]] : [])),
  );
  return String(own) === ""
    ? {}
    : { cases: toCaseFilter(readQueueAddress(new URLSearchParams([...own, ["view", "all"]]), "all")) };
}

/** The server's filter for what an address narrows refunds to, beside their view. */
export function narrowedRefunds(search: URLSearchParams) {
  const [state, currency] = [search.get("state"), /^[A-Z]{3}$/.exec(search.get("currency") ?? "")?.[0]];
  const days = (["settledFrom", "settledUntil", "expectedFrom", "expectedUntil"] as const).map(
    (name) => [name, dayWord(search.get(name))] as const,
  );
  return {
    ...(isRefundState(state) && { states: [state] }),
    ...(currency !== undefined && { currency }),
    ...(search.get("holdsMoney") === "yes" && { holdsMoney: true }),
    ...(search.get("late") === "yes" && { late: true }),
    ...Object.fromEntries(days.filter(([, day]) => day !== null)),
    ...casesOf(search),
  };
}

/** The same for disputes. */
export function narrowedDisputes(search: URLSearchParams) {
  const network = cardNetworks.find((known) => known === search.get("disputeNetwork"));
  const [openedFrom, openedUntil] = [dayWord(search.get("openedFrom")), dayWord(search.get("openedUntil"))];
  return {
    ...(network !== undefined && { networks: [network] }),
    ...(openedFrom !== null && { openedFrom }),
    ...(openedUntil !== null && { openedUntil }),
    ...casesOf(search),
  };
}
