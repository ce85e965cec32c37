import { Field, InputType } from "type-graphql";
import { CaseActionInput } from "../cases/case-action.input.ts";
import { MoneyInput } from "../graphql/money.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import { CardNetworkEnum } from "../transactions/transaction-words.type.ts";
import { BankRulingEnum, DisputeStateEnum, DisputeStepEnum } from "./dispute-words.type.ts";
import type { BankRuling, DisputeState, DisputeStep } from "./domain/words.ts";

@InputType("DisputeFilter", { description: "What is left out is not asked." })
export class DisputeFilterInput {
  @Field(() => [DisputeStateEnum], { nullable: true })
  states!: readonly DisputeState[] | null;

  @Field(() => [CardNetworkEnum], { nullable: true })
  networks!: readonly CardNetwork[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: not ended yet. False: ended." })
  open!: boolean | null;
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
