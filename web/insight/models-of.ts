import type { TFunction } from "i18next";
import { isRefundState } from "../graphql/refund-states.ts";
import type { BucketSize, MeasureName } from "../graphql/words.ts";
import type { Language } from "../i18n/language.ts";
import { countText, percentText } from "../i18n/numbers.ts";
import { deskTime, plainDayText } from "../i18n/times.ts";
import { amountText } from "../ui/amount.ts";
import { exponentOf } from "../ui/currency-exponent.ts";
import { addressBehind } from "./behind.ts";
import type { Cell, Measure, Model, Point, Series } from "./measure-model.ts";

export interface Telling {
  readonly t: TFunction<"console">;
  readonly language: Language;
  readonly today: string;
  readonly by: BucketSize;
  readonly narrowed: Readonly<Record<string, string>>;
}

type Draw = (measures: readonly Measure[], telling: Telling) => readonly Model[];

/** The cards of the page in their order, which measures each shows, and how. */
export const cards: readonly { readonly measures: readonly MeasureName[]; readonly draw: Draw }[] = [
  { measures: ["OPENED", "CLOSED"], draw: drawVolumes },
  { measures: ["CLOCKS_AT_RISK"], draw: drawParts((part, { t }) => t(`insight.due.${asKey(part, dueKeys)}`)) },
  { measures: ["OPEN_AGE"], draw: drawParts((part, { t }) => t(`insight.age.${asKey(part, ageKeys)}`)) },
  { measures: ["MONEY_IN_FLIGHT"], draw: drawMoney },
  { measures: ["TIME_TO_MONEY"], draw: drawTimes },
  { measures: ["LATE_ARRIVAL"], draw: drawShare("late") },
  { measures: ["REFUSALS"], draw: drawShare("refused") },
  { measures: ["REVERSALS"], draw: drawReversals },
  { measures: ["DISPUTE_RATIO"], draw: drawRatios },
];

const dueKeys = ["OVERDUE", "TODAY", "THIS_WEEK"] as const;
const ageKeys = ["DAYS_0_2", "DAYS_3_7", "DAYS_8_14", "DAYS_15_30", "DAYS_31_UP"] as const;
const overturners = ["APPEAL", "BANK", "AGENCY"] as const;

/** A word of the schema that came as text, since it means something else in each measure. */
function asKey<Key extends string>(text: string | null, keys: readonly [Key, ...Key[]]): Key {
  return keys.find((key) => key === text) ?? keys[0];
}

const plain = { isStacked: false, isLying: false } as const;
const spanName = ({ from }: Point, { by, language, t, today }: Telling) => {
  if (from === null) return "";
  if (by === "MONTH") return from.slice(0, 7);
  const day = plainDayText(from, language, deskTime(today, "12:00"));
  return by === "WEEK" ? t("insight.weekOf", { from: day }) : day;
};
const opens = (name: MeasureName, point: Point, { narrowed, today }: Telling) =>
  point.count === 0 ? null : addressBehind(name, point, narrowed, today);
const countCell = (name: MeasureName, point: Point, telling: Telling): Cell => ({
  text: countText(point.count, telling.language),
  value: point.count,
  href: opens(name, point, telling),
});
const shareCell = (name: MeasureName, point: Point, telling: Telling): Cell => ({
  text: shareText(point, telling),
  value: point.share === null ? null : point.share * 100,
  href: opens(name, point, telling),
});

function shareText({ share, count, of }: Point, { t, language }: Telling): string {
  if (share === null) return t("insight.noneOf");
  return t("insight.shareOf", {
    share: percentText(share, language, 1),
    some: countText(count, language),
    all: countText(of ?? 0, language),
  });
}

function drawVolumes(measures: readonly Measure[], telling: Telling): readonly Model[] {
  const [opened, closed] = measures;
  if (opened === undefined || closed === undefined) return [];
  const series: readonly Series[] = [
    { name: opened.title, tone: "accent", look: "BAR" },
    { name: closed.title, tone: "refunding", look: "BAR" },
  ];
  const rows = opened.points.map((point, index) => ({
    name: spanName(point, telling),
    cells: [
      countCell("OPENED", point, telling),
      ...closed.points.slice(index, index + 1).map((one) => countCell("CLOSED", one, telling)),
    ],
  }));
  const { t } = telling;
  return [
    { ...plain, key: "volumes", title: t("insight.volumes"), head: t("insight.span"), axis: "COUNT", series, rows },
  ];
}

/** A bar for each part of what there is now. */
function drawParts(nameOf: (part: string | null, telling: Telling) => string): Draw {
  return ([measure], telling) => {
    if (measure === undefined) return [];
    const series: readonly Series[] = [{ name: telling.t("insight.cases"), tone: "accent", look: "BAR" }];
    const rows = measure.points.map((point) => ({
      name: nameOf(point.part, telling),
      cells: [countCell(measure.name, point, telling)],
    }));
    const { title, name: key } = measure;
    return [{ ...plain, key, title, head: telling.t("insight.part"), axis: "COUNT", isLying: true, series, rows }];
  };
}

/** A chart for each currency: their bars are no more to be compared than to be added up. */
function drawMoney([measure]: readonly Measure[], telling: Telling): readonly Model[] {
  if (measure === undefined) return [];
  const { t } = telling;
  const currencies = [...new Set(measure.points.flatMap(({ money }) => money?.currency ?? []))];
  return currencies.map((currency) => ({
    ...plain,
    key: `money-${currency}`,
    title: t("common.separated", { first: measure.title, second: currency }),
    head: t("behind.state"),
    axis: "MONEY",
    isLying: true,
    series: [
      { name: currency, tone: "refunding", look: "BAR" },
      { name: t("insight.refunds"), tone: "accent", look: "TABLE_ONLY" },
    ],
    rows: measure.points.flatMap((point) => {
      if (point.money?.currency !== currency) return [];
      const href = opens("MONEY_IN_FLIGHT", point, telling);
      const value = Number(point.money.minor) / 10 ** exponentOf(currency);
      return [
        {
          name: isRefundState(point.part) ? t(`refundState.${point.part}`) : (point.part ?? ""),
          cells: [{ text: amountText(point.money), value, href }, countCell("MONEY_IN_FLIGHT", point, telling)],
        },
      ];
    }),
  }));
}

function drawTimes([measure]: readonly Measure[], telling: Telling): readonly Model[] {
  if (measure === undefined) return [];
  const { t } = telling;
  const time = (hours: number | null, point: Point): Cell => ({
    text: hours === null ? t("insight.noneOf") : durationText(hours, telling),
    value: hours === null ? null : hours / 24,
    href: opens("TIME_TO_MONEY", point, telling),
  });
  return [
    {
      ...{ ...plain, key: measure.name, title: measure.title, head: t("insight.span"), axis: "DAYS" },
      series: [
        {
          name: t("insight.median"),
          drawnAs: t("insight.inDays", { title: t("insight.median") }),
          tone: "accent",
          look: "LINE",
        },
        {
          name: t("insight.slow"),
          drawnAs: t("insight.inDays", { title: t("insight.slow") }),
          tone: "bank",
          look: "LINE",
        },
        { name: t("insight.refunds"), tone: "accent", look: "TABLE_ONLY" },
      ],
      rows: measure.points.map((point) => ({
        name: spanName(point, telling),
        cells: [
          time(point.medianHours, point),
          time(point.slowHours, point),
          countCell("TIME_TO_MONEY", point, telling),
        ],
      })),
    },
  ];
}

/** Hours up to two days, then days with one decimal. */
function durationText(hours: number, { t }: Telling): string {
  return hours < 48
    ? t("insight.hours", { count: Math.round(hours) })
    : t("insight.days", { count: Math.round(hours / 2.4) / 10 });
}

function drawShare(what: "late" | "refused"): Draw {
  return ([measure], telling) => {
    if (measure === undefined) return [];
    const { t } = telling;
    const series: readonly Series[] = [
      { name: t(`insight.${what}`), tone: what === "late" ? "late" : "protection", look: "BAR" },
    ];
    const rows = measure.points.map((point) => ({
      name: spanName(point, telling),
      cells: [shareCell(measure.name, point, telling)],
    }));
    return [
      { ...plain, key: measure.name, title: measure.title, head: t("insight.span"), axis: "PERCENT", series, rows },
    ];
  };
}

function drawReversals([measure]: readonly Measure[], telling: Telling): readonly Model[] {
  if (measure === undefined) return [];
  const { t } = telling;
  const spans = [...new Set(measure.points.map(({ from }) => from))];
  const drawn = ["accent", "bank", "protection"] as const;
  return [
    {
      ...{ ...plain, key: measure.name, title: measure.title, head: t("insight.span"), axis: "PERCENT" },
      isStacked: true,
      series: overturners.map((by, index) => ({
        name: t(`behind.overturner.${by}`),
        tone: drawn[index] ?? "accent",
        look: "BAR",
      })),
      rows: spans.map((from) => {
        const points = measure.points.filter((point) => point.from === from);
        return {
          name: points
            .slice(0, 1)
            .map((point) => spanName(point, telling))
            .join(""),
          cells: points.map((point) => shareCell("REVERSALS", point, telling)),
        };
      }),
    },
  ];
}

function drawRatios([measure]: readonly Measure[], telling: Telling): readonly Model[] {
  if (measure === undefined) return [];
  const { t, language } = telling;
  const standing = ({ standing: word, threshold }: Point): string => {
    if (word === null) return "";
    const text = t(`insight.standing.${word}`, {
      programme: threshold?.programme ?? "",
      share: percentText(threshold?.share ?? 0, language, 1),
      least: countText(threshold?.leastDisputes ?? 0, language),
    });
    return threshold === null || threshold.confirmed
      ? text
      : t("common.separated", { first: text, second: t("insight.unconfirmed") });
  };
  return [
    {
      ...{ ...plain, key: measure.name, title: measure.title, head: t("insight.merchant"), axis: "PERCENT" },
      isLying: true,
      series: [
        { name: t("insight.ratio"), tone: "bank", look: "BAR" },
        { name: t("insight.threshold"), tone: "late", look: "TABLE_ONLY" },
      ],
      rows: measure.points.map((point) => ({
        name: t("insight.merchantRow", {
          merchant: (language === "zh-CN" ? point.merchant?.nameZh : null) ?? point.merchant?.name ?? "",
          network: point.network === null ? "" : t(`cardNetwork.${point.network}`),
          month: point.from?.slice(0, 7) ?? "",
        }),
        cells: [shareCell("DISPUTE_RATIO", point, telling), { text: standing(point), value: null, href: null }],
        // A network counts a month by the share and the number together: one dispute of one sale is no alarm.
        warns: point.standing === "ABOVE",
      })),
    },
  ];
}
