import type { ResultOf } from "gql.tada";
import { graphql } from "../graphql/graphql.ts";

export const MeasureFragment = graphql(`
  fragment Measure_measure on InsightMeasure {
    name
    unit
    title
    meaning
    formula
    source
    points {
      from
      until
      part
      count
      of
      share
      medianHours
      slowHours
      money {
        minor
        currency
      }
      network
      merchant {
        id
        name
        nameZh
      }
      standing
      threshold {
        programme
        share
        leastDisputes
        confirmed
        source
      }
    }
  }
`);
export type Measure = ResultOf<typeof MeasureFragment>;
export type Point = Measure["points"][number];

/** A number as a chart and a table show it, and what it opens. */
export interface Cell {
  readonly text: string;
  /** Its height in the chart; null where there is nothing to draw. */
  readonly value: number | null;
  readonly href: string | null;
}

export const tones = ["accent", "refunding", "bank", "protection", "late"] as const;
export type Tone = (typeof tones)[number];

export interface Series {
  readonly name: string;
  /** What the legend says, where an axis needs its unit. */
  readonly drawnAs?: string;
  readonly tone: Tone;
  /** A column of the table alone, where it is not drawn. */
  readonly look: "BAR" | "LINE" | "TABLE_ONLY";
}

/** One chart and the table beside it: the same numbers, once drawn and once written. */
export interface Model {
  readonly key: string;
  readonly title: string;
  /** What the first column says. */
  readonly head: string;
  readonly axis: "COUNT" | "PERCENT" | "DAYS" | "MONEY";
  readonly isStacked: boolean;
  /** Names too long to stand under a bar stand beside it. */
  readonly isLying: boolean;
  readonly series: readonly Series[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[]; readonly warns?: boolean }[];
}
