import type { Overturner } from "../../server/cases/domain/overturners.ts";
import type { MeasureName } from "../../server/insight/domain/words.ts";
import { addDays, type Day } from "../../server/kernel/day.ts";
import { deskDay } from "../../server/kernel/desk-day.ts";
import type { RandomCase, RandomEvent } from "./random-desk.ts";

interface Span {
  readonly from: Day;
  readonly until: Day;
}
/** A number as the wire has it, without what is the same in every measure. */
export interface NaivePoint {
  readonly from: string | null;
  readonly part: string | null;
  readonly count: number;
  readonly of: number | null;
  readonly medianHours?: number | null;
  readonly slowHours?: number | null;
  readonly money?: { readonly minor: string; readonly currency: string };
}

const isIn = (at: Date | null, { from, until }: Span) => at !== null && deskDay(at) >= from && deskDay(at) <= until;
const point = (span: Span | null, part: string | null, count: number, of: number | null = null): NaivePoint => ({
  ...{ from: span?.from ?? null, part, count, of },
});

/** Linear between the two nearest, as PostgreSQL's percentile_cont is. */
function percentile(sorted: readonly number[], share: number): number | null {
  if (sorted.length === 0) return null;
  const at = share * (sorted.length - 1);
  const [low = 0, high = 0] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
}

function overturnerOf({ kind, to, outcome }: RandomEvent): Overturner | null {
  if (kind === "APPROVE_REFUND" || kind === "AUTO_APPROVE" || kind === "ACCEPT_OFFER") return "APPEAL";
  if (kind === "RECORD_BANK_RULING") return to === "REFUNDING" || outcome === "CHARGED_BACK" ? "BANK" : null;
  return kind === "RECORD_AGENCY_OUTCOME" && (to === "REFUNDING" || to === "AWAITING_APPROVAL") ? "AGENCY" : null;
}

/** The definitions once more, in plain loops over plain objects. */
export function naiveMeasures(
  cases: readonly RandomCase[],
  spans: readonly Span[],
  now: Date,
): Readonly<Record<Exclude<MeasureName, "DISPUTE_RATIO">, readonly NaivePoint[]>> {
  const today = deskDay(now);
  const open = cases.filter(({ closedAt }) => closedAt === null);
  const refunds = cases.flatMap((one) => one.refunds.map((refund) => ({ ...refund, openedAt: one.openedAt })));
  const aged = (least: number, most: number) =>
    open.filter(({ openedAt }) => {
      const day = deskDay(openedAt);
      return day <= addDays(today, -least) && (most === Number.POSITIVE_INFINITY || day >= addDays(today, -most));
    }).length;
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  const due = (until: Day) => open.filter(({ dueAt }) => deskDay(dueAt) <= until).length;
  const currencies = [...new Set(refunds.map(({ currency }) => currency))].sort();
  const states = [...new Set(refunds.map(({ state }) => state))].sort();
  return {
    OPENED: spans.map((span) => point(span, null, cases.filter(({ openedAt }) => isIn(openedAt, span)).length)),
    CLOSED: spans.map((span) => point(span, null, cases.filter(({ closedAt }) => isIn(closedAt, span)).length)),
    OPEN_AGE: [
      point(null, "DAYS_0_2", aged(0, 2)),
      point(null, "DAYS_3_7", aged(3, 7)),
      point(null, "DAYS_8_14", aged(8, 14)),
      point(null, "DAYS_15_30", aged(15, 30)),
      point(null, "DAYS_31_UP", aged(31, Number.POSITIVE_INFINITY)),
    ],
    CLOCKS_AT_RISK: [
      point(null, "OVERDUE", open.filter(({ dueAt }) => dueAt < now).length, open.length),
      point(null, "TODAY", due(today), open.length),
      point(null, "THIS_WEEK", due(addDays(today, 6 - weekday)), open.length),
    ],
    MONEY_IN_FLIGHT: currencies.flatMap((currency) =>
      states.flatMap((state) => {
        const held = refunds.filter((one) => one.holdsMoney && one.currency === currency && one.state === state);
        const minor = held.reduce((sum, one) => sum + one.minor, 0n);
        return held.length === 0
          ? []
          : [{ ...point(null, state, held.length), money: { minor: String(minor), currency } }];
      }),
    ),
    TIME_TO_MONEY: spans.map((span) => {
      const settled = refunds.filter(({ state, settledAt }) => state === "SETTLED" && isIn(settledAt, span));
      const hours = settled
        .map(({ settledAt, openedAt }) => ((settledAt?.getTime() ?? 0) - openedAt.getTime()) / 3_600_000)
        .sort((left, right) => left - right);
      return {
        ...point(span, null, settled.length),
        medianHours: percentile(hours, 0.5),
        slowHours: percentile(hours, 0.9),
      };
    }),
    LATE_ARRIVAL: spans.map((span) => {
      const expected = refunds.filter(
        ({ state, expectedOn }) =>
          state !== "CANCELLED" &&
          expectedOn !== null &&
          expectedOn >= span.from &&
          expectedOn <= span.until &&
          expectedOn < today,
      );
      const late = expected.filter(
        ({ settledAt, expectedOn }) => settledAt === null || deskDay(settledAt) > (expectedOn ?? ""),
      );
      return point(span, null, late.length, expected.length);
    }),
    REFUSALS: spans.map((span) => {
      const has = (one: RandomCase, kinds: readonly string[]) =>
        one.events.some(({ kind, at }) => kinds.includes(kind) && isIn(at, span));
      const decided = cases.filter((one) => has(one, ["DECLINE_REQUEST", "APPROVE_REFUND", "AUTO_APPROVE"]));
      return point(span, null, decided.filter((one) => has(one, ["DECLINE_REQUEST"])).length, decided.length);
    }),
    REVERSALS: spans.flatMap((span) => {
      const refused = cases.flatMap((one) => {
        const by = one.events.flatMap((event, index) => {
          if (event.kind !== "DECLINE_REQUEST" || !isIn(event.at, span)) return [];
          return [
            one.events
              .slice(index + 1)
              .map(overturnerOf)
              .find((found) => found !== null) ?? null,
          ];
        });
        return by.length === 0 ? [] : [by];
      });
      return (["APPEAL", "BANK", "AGENCY"] as const).map((by) =>
        point(span, by, refused.filter((all) => all.includes(by)).length, refused.length),
      );
    }),
  };
}
