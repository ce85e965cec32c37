import type { MeasureName } from "../graphql/words.ts";
import { addDays } from "./days.ts";

/** What says which list stands behind a number. */
export interface Opened {
  readonly from: string | null;
  readonly until: string | null;
  readonly part: string | null;
  readonly money: { readonly currency: string } | null;
  readonly network: string | null;
  readonly merchant: { readonly id: string } | null;
}

type Narrowed = Readonly<Record<string, string>>;
type Behind = (opened: Opened, today: string) => readonly [path: string, words: Narrowed];

/** The first and last age of each band, in days; the same bands that the server counts by. */
const ages: Readonly<Record<string, readonly [least: number, most: number | null]>> = {
  DAYS_0_2: [0, 2],
  DAYS_3_7: [3, 7],
  DAYS_8_14: [8, 14],
  DAYS_15_30: [15, 30],
  DAYS_31_UP: [31, null],
};
const dues: Readonly<Record<string, string>> = { OVERDUE: "overdue", TODAY: "today", THIS_WEEK: "week" };

const span = ({ from, until }: Opened, first: string, last: string): Narrowed => ({
  ...(from !== null && { [first]: from }),
  ...(until !== null && { [last]: until }),
});

/** For each measure the list, and the words of its address that leave exactly those who were counted. A test counts them. */
const behind: Readonly<Record<MeasureName, Behind>> = {
  OPENED: (one) => ["/cases", span(one, "from", "until")],
  CLOSED: (one) => ["/cases", span(one, "closedFrom", "closedUntil")],
  OPEN_AGE: ({ part }, today) => {
    const [least, most] = ages[part ?? ""] ?? [0, null];
    const from = most === null ? {} : { from: addDays(today, -most) };
    return ["/queue", { view: "team", ...from, until: addDays(today, -least) }];
  },
  CLOCKS_AT_RISK: ({ part }) => ["/queue", { view: "team", due: dues[part ?? ""] ?? "overdue" }],
  MONEY_IN_FLIGHT: ({ part, money }) => [
    "/refunds",
    { ...(part !== null && { state: part }), ...(money !== null && { currency: money.currency }), holdsMoney: "yes" },
  ],
  TIME_TO_MONEY: (one) => ["/refunds", { state: "SETTLED", ...span(one, "settledFrom", "settledUntil") }],
  LATE_ARRIVAL: (one) => ["/refunds", { late: "yes", ...span(one, "expectedFrom", "expectedUntil") }],
  REFUSALS: (one) => ["/cases", { decided: "refused", ...span(one, "decidedFrom", "decidedUntil") }],
  REVERSALS: (one) => [
    "/cases",
    {
      decided: "refused",
      ...span(one, "decidedFrom", "decidedUntil"),
      ...(one.part !== null && { overturned: one.part }),
    },
  ],
  DISPUTE_RATIO: (one) => [
    "/disputes",
    {
      view: "all",
      ...span(one, "openedFrom", "openedUntil"),
      ...(one.merchant !== null && { merchant: one.merchant.id }),
      ...(one.network !== null && { disputeNetwork: one.network }),
    },
  ],
};

/** Where the records behind a number are listed; what narrows the page narrows the list. */
export function addressBehind(name: MeasureName, opened: Opened, narrowed: Narrowed, today: string): string {
  const [path, words] = behind[name](opened, today);
  return `${path}?${new URLSearchParams({ ...narrowed, ...words })}`;
}
