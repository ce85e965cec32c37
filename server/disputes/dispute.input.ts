import { Field, InputType } from "type-graphql";
import { CaseActionInput } from "../cases/case-action.input.ts";
import { CaseFilterInput, toCaseFilter } from "../cases/case-filter.input.ts";
import { MoneyInput } from "../graphql/money.type.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { addDays, type Day } from "../kernel/day.ts";
import { deskTimeZone } from "../kernel/desk-day.ts";
import { startOfDay } from "../kernel/zoned-time.ts";
import type { ActionContext } from "../request-context.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import { CardNetworkEnum } from "../transactions/transaction-words.type.ts";
import { BankRulingEnum, DisputeStateEnum, DisputeStepEnum } from "./dispute-words.type.ts";
import type { BankRuling, DisputeState, DisputeStep } from "./domain/words.ts";
import type { DisputeFilter } from "./queries/list-disputes.ts";

@InputType("DisputeFilter", { description: "What is left out is not asked." })
export class DisputeFilterInput {
  @Field(() => [DisputeStateEnum], { nullable: true })
  states!: readonly DisputeState[] | null;

  @Field(() => [CardNetworkEnum], { nullable: true })
  networks!: readonly CardNetwork[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: not ended yet. False: ended." })
  open!: boolean | null;

  @Field(() => DayScalar, { nullable: true, description: "Opened on this day of the desk or later." })
  openedFrom!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "Opened on this day of the desk or before." })
  openedUntil!: Day | null;

  @Field(() => CaseFilterInput, { nullable: true, description: "Only those of cases that fit." })
  cases!: CaseFilterInput | null;
}

/** What the viewer asks, in the words of the query. An argument that is left out comes as undefined. */
export function toDisputeFilter(
  input: DisputeFilterInput | null | undefined,
  ctx: Pick<ActionContext, "actor" | "clock">,
): DisputeFilter {
  if (input == null) return {};
  const { states, networks, open, openedFrom, openedUntil, cases } = input;
  return {
    ...(states != null && { states }),
    ...(networks != null && { networks }),
    ...(open != null && { open }),
    ...(openedFrom != null && { openedFrom: startOfDay(openedFrom, deskTimeZone()) }),
    ...(openedUntil != null && { openedBefore: startOfDay(addDays(openedUntil, 1), deskTimeZone()) }),
    ...(cases != null && { cases: toCaseFilter(cases, ctx) }),
  };
}

@InputType("AdvanceDisputeInput")
export class AdvanceDisputeInput extends CaseActionInput {
  @Field(() => DisputeStepEnum, { description: "One of `Dispute.openSteps`." })
  step!: DisputeStep;

  @Field(() => DateTime, {
    nullable: true,
    description: "The date that the bank gave for the next answer; it wins over the network's window.",
  })
  respondBy!: Date | null;
}

@InputType("RecordBankRulingInput")
export class RecordBankRulingInput extends CaseActionInput {
  @Field(() => BankRulingEnum, { description: "One of `Dispute.openRulings`." })
  ruling!: BankRuling;

  @Field(() => MoneyInput, {
    nullable: true,
    description: "What the bank keeps or the merchant must pay back; all of the dispute when left out.",
  })
  amount!: MoneyInput | null;
}
