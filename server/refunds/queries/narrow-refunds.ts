import { type ExpressionBuilder, sql } from "kysely";
import { type CaseFilter, fits } from "../../cases/queries/narrow-cases.ts";
import { addDays, type Day } from "../../kernel/day.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { inSight } from "../../staff/scope.ts";
import type { Tables } from "../../tables.ts";
import type { RefundState } from "../domain/words.ts";

/** What refunds are narrowed to; everything left out is not asked. */
export interface RefundFilter {
  readonly states?: readonly RefundState[];
  /** Not settled although the money should have arrived before this day. */
  readonly expectedBefore?: string;
  readonly currency?: string;
  /** Its money is still held on the transaction. */
  readonly holdsMoney?: boolean;
  readonly settledFrom?: Date;
  readonly settledBefore?: Date;
  /** Expected in this span of days, which are both in it; what was cancelled is expected no more. */
  readonly expected?: { readonly from: Day; readonly until: Day };
  /** True: it did not settle by the end of the day on which it was expected, as seen on this day. */
  readonly lateOn?: Day;
  /** Only those of cases that fit. */
  readonly cases?: CaseFilter;
}

/** The refunds that fit, of cases in sight. */
export function refundsInSight(db: Db, actor: Actor, filter: RefundFilter) {
  const { states, expectedBefore, currency, holdsMoney, settledFrom, settledBefore, expected, lateOn, cases } = filter;
  return db
    .selectFrom("refund")
    .innerJoin("cases", "cases.id", "refund.case_id")
    .where((eb) => inSight(eb, actor))
    .$if(cases !== undefined, (q) => q.where((eb) => fits(eb, cases ?? {})))
    .$if(states !== undefined, (q) => q.where("refund.state", "=", sql<RefundState>`any(${states})`))
    .$if(expectedBefore !== undefined, (q) =>
      q.where("refund.settled_at", "is", null).where("refund.expected_on", "<", expectedBefore ?? ""),
    )
    .$if(currency !== undefined, (q) => q.where("refund.currency", "=", currency ?? ""))
    .$if(holdsMoney !== undefined, (q) => q.where("refund.holds_money", "=", holdsMoney === true))
    .$if(settledFrom !== undefined, (q) => q.where("refund.settled_at", ">=", settledFrom ?? new Date(0)))
    .$if(settledBefore !== undefined, (q) => q.where("refund.settled_at", "<", settledBefore ?? new Date(0)))
    .$if(expected !== undefined, (q) => q.where((eb) => expectedIn(eb, expected)))
    .$if(lateOn !== undefined, (q) => (lateOn === undefined ? q : q.where(wasLate(lateOn))));
}

function expectedIn(eb: ExpressionBuilder<Tables, "refund">, span: RefundFilter["expected"]) {
  return eb.and([
    eb("refund.expected_on", ">=", span?.from ?? ""),
    eb("refund.expected_on", "<=", span?.until ?? ""),
    eb("refund.state", "!=", "CANCELLED"),
  ]);
}

/** Late or not is known once the expected day is over. */
export function wasLate(today: Day) {
  return sql<boolean>`(refund.expected_on <= ${addDays(today, -1)} and (refund.settled_at is null
    or refund.settled_at >= (refund.expected_on::date + 1)::timestamp at time zone ${sql.lit(deskTimeZone())}))`;
}
