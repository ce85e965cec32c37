import { type RawBuilder, sql } from "kysely";
import type { CaseFilter } from "../../cases/queries/narrow-cases.ts";
import { addDays } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { startOfDay } from "../../kernel/zoned-time.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { Measured } from "../domain/measured.ts";
import type { Span } from "../domain/periods.ts";

/** What is asked: how the period is cut, what the cases are narrowed to, and when it is now. */
export interface MeasureQuestion {
  readonly buckets: readonly Span[];
  readonly filter: CaseFilter;
  readonly now: Date;
}

/** Every measure is one statement, which starts from the cases in sight of the actor. */
export type MeasureQuery = (db: Db, actor: Actor, question: MeasureQuestion) => Promise<readonly Measured[]>;

/** The first moment of the period, and the first after it. */
export function endsOf(buckets: readonly Span[]): { readonly from: Date; readonly before: Date } {
  const [first, last] = [buckets[0], buckets.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A period has a span at least");
  return { from: startOfDay(first.from, deskTimeZone()), before: startOfDay(addDays(last.until, 1), deskTimeZone()) };
}

/** Which span of the period a moment lies in, counted from nought. Days begin where the desk's do. */
export function bucketOf(moment: string, buckets: readonly Span[]): RawBuilder<number> {
  const starts = buckets.map(({ from }) => startOfDay(from, deskTimeZone()));
  return sql<number>`width_bucket(${sql.ref(moment)}, ${starts}::timestamptz[]) - 1`;
}

/** A row for every span, in their order, of what was found for some. */
export function everySpan<Row extends { readonly bucket: number }>(
  buckets: readonly Span[],
  rows: readonly Row[],
  toMeasured: (span: Span, row: Row | undefined) => Measured,
): readonly Measured[] {
  const found = new Map(rows.map((row) => [row.bucket, row]));
  return buckets.map((span, index) => toMeasured(span, found.get(index)));
}
