import type { BucketSize } from "../graphql/words.ts";
import { dayWord } from "../i18n/day-word.ts";
import { addDays } from "./days.ts";

/** What the page is asked for: all of it stands in the address. Merchant, networks, reasons and versions are named as the lists name them. */
export interface InsightAddress {
  readonly from: string;
  readonly until: string;
  readonly by: BucketSize;
  /** `merchant`, `network`, `reason` and `version`, as they came. */
  readonly narrowed: Readonly<Record<string, string>>;
}

export const narrowings = ["merchant", "network", "reason", "version"] as const;
export type Narrowing = (typeof narrowings)[number];

const bucketSizes: readonly BucketSize[] = ["DAY", "WEEK", "MONTH"];
const usualDays = 84;
/** The server's own limits: two years, and 110 spans. */
const [mostDays, mostSingleDays] = [730, 109];

/** Reads the address; without a period it is the last twelve weeks, and what the server would refuse is brought within its limits. */
export function readInsightAddress(search: URLSearchParams, today: string): InsightAddress {
  const [askedFrom, until] = [dayWord(search.get("from")), dayWord(search.get("until")) ?? today];
  const wanted = askedFrom !== null && askedFrom <= until ? askedFrom : addDays(until, 1 - usualDays);
  const from = wanted < addDays(until, -mostDays) ? addDays(until, -mostDays) : wanted;
  const by = bucketSizes.find((size) => size === search.get("by")) ?? "WEEK";
  const isTooFine = by === "DAY" && from < addDays(until, -mostSingleDays);
  return {
    ...{ from, until, by: isTooFine ? "WEEK" : by },
    narrowed: Object.fromEntries(
      narrowings.flatMap((name) => {
        const value = search.get(name);
        return value === null || value === "" ? [] : [[name, value]];
      }),
    ),
  };
}

export function writeInsightAddress({ from, until, by, narrowed }: InsightAddress): URLSearchParams {
  return new URLSearchParams({ from, until, by, ...narrowed });
}
