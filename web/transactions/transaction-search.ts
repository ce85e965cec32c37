import type { CardNetwork } from "../graphql/words.ts";
import { dayWord } from "../i18n/day-word.ts";
import { afterDay, deskTime } from "../i18n/times.ts";

/** What the list is narrowed to, as the address says it; empty where nothing is asked. */
export interface TransactionSearchWords {
  readonly text: string;
  readonly from: string;
  readonly until: string;
  readonly network: string;
  /** "yes": only payments of which something may still go back. */
  readonly refundable: string;
}

const networkOrder: Record<CardNetwork, number> = {
  UNIONPAY: 1,
  VISA: 2,
  MASTERCARD: 3,
  AMEX: 4,
  DISCOVER: 5,
  OTHER: 6,
};
const isNetwork = (word: string): word is CardNetwork => word in networkOrder;
export const networks = Object.keys(networkOrder).filter(isNetwork);

export function readSearch(params: URLSearchParams): TransactionSearchWords {
  const day = (name: string) => dayWord(params.get(name)) ?? "";
  return {
    text: params.get("text") ?? "",
    from: day("from"),
    until: day("until"),
    network: networks.find((network) => network === params.get("network")) ?? "",
    refundable: params.get("refundable") === "yes" ? "yes" : "",
  };
}

export function writeSearch(search: TransactionSearchWords): URLSearchParams {
  return new URLSearchParams(Object.entries(search).filter(([, value]) => value !== ""));
}

/** Days are the desk's days; "until" counts its day in. */
export function toFilter({ text, from, until, network, refundable }: TransactionSearchWords) {
  return {
    ...(text !== "" && { text }),
    ...(network !== "" && { networks: networks.filter((one) => one === network) }),
    ...(refundable === "yes" && { refundable: true }),
    ...(from !== "" && { processedFrom: deskTime(from).toISOString() }),
    ...(until !== "" && { processedUntil: afterDay(until).toISOString() }),
  };
}
