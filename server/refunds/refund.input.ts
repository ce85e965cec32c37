import { Field, InputType } from "type-graphql";
import { CaseFilterInput, toCaseFilter } from "../cases/case-filter.input.ts";
import { CurrencyCodeScalar, DayScalar } from "../graphql/scalars.ts";
import { addDays, type Day } from "../kernel/day.ts";
import { deskDay, deskTimeZone } from "../kernel/desk-day.ts";
import { startOfDay } from "../kernel/zoned-time.ts";
import type { ActionContext } from "../request-context.ts";
import type { RefundState } from "./domain/words.ts";
import type { RefundFilter } from "./queries/narrow-refunds.ts";
import { RefundStateEnum } from "./refund-words.type.ts";

@InputType("RefundFilter", { description: "What a list of refunds is narrowed to; what is left out is not asked." })
export class RefundFilterInput {
  @Field(() => [RefundStateEnum], { nullable: true })
  states!: RefundState[] | null;

  @Field(() => DayScalar, { nullable: true, description: "Not settled, and expected before this day." })
  expectedBefore!: string | null;

  @Field(() => CurrencyCodeScalar, { nullable: true })
  currency!: string | null;

  @Field(() => Boolean, { nullable: true, description: "True: its money is held on the transaction." })
  holdsMoney!: boolean | null;

  @Field(() => DayScalar, { nullable: true, description: "Settled on this day of the desk or later." })
  settledFrom!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Settled on this day of the desk or before." })
  settledUntil!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Not cancelled, and expected on this day or later." })
  expectedFrom!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Not cancelled, and expected on this day or before." })
  expectedUntil!: Day | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: it had not settled by the end of the day on which it was expected, settled since or not.",
  })
  late!: boolean | null;

  @Field(() => CaseFilterInput, { nullable: true, description: "Only those of cases that fit." })
  cases!: CaseFilterInput | null;
}

const [firstDay, lastDay] = ["0001-01-01" as Day, "9999-12-31" as Day];

/** What the viewer asks, in the words of the query. An argument that is left out comes as undefined. */
export function toRefundFilter(
  input: RefundFilterInput | null | undefined,
  ctx: Pick<ActionContext, "actor" | "clock">,
): RefundFilter {
  if (input == null) return {};
  const { states, expectedBefore, currency, holdsMoney, settledFrom, settledUntil, late, cases } = input;
  const { expectedFrom, expectedUntil } = input;
  const isExpected = expectedFrom != null || expectedUntil != null;
  return {
    ...(states != null && { states }),
    ...(expectedBefore != null && { expectedBefore }),
    ...(currency != null && { currency }),
    ...(holdsMoney != null && { holdsMoney }),
    ...(settledFrom != null && { settledFrom: startOfDay(settledFrom, deskTimeZone()) }),
    ...(settledUntil != null && { settledBefore: startOfDay(addDays(settledUntil, 1), deskTimeZone()) }),
    ...(isExpected && { expected: { from: expectedFrom ?? firstDay, until: expectedUntil ?? lastDay } }),
    ...(late === true && { lateOn: deskDay(ctx.clock.now()) }),
    ...(cases != null && { cases: toCaseFilter(cases, ctx) }),
  };
}
