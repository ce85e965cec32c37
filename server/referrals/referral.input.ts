import { Field, InputType } from "type-graphql";
import { CaseActionInput } from "../cases/case-action.input.ts";
import { MoneyInput } from "../graphql/money.type.ts";
import type { AgencyOutcome, ReferralState, ReferralStep } from "./domain/words.ts";
import { AgencyOutcomeEnum, ReferralStateEnum, ReferralStepEnum } from "./referral.type.ts";

@InputType("ReferralFilter", { description: "What is left out is not asked." })
export class ReferralFilterInput {
  @Field(() => [ReferralStateEnum], { nullable: true })
  states!: ReferralState[] | null;

  @Field(() => [String], { nullable: true, description: "Codes of the directory." })
  agencies!: string[] | null;

  @Field(() => Boolean, { nullable: true, description: "True: not ended yet. False: ended." })
  open!: boolean | null;
}

@InputType("AdvanceReferralInput")
export class AdvanceReferralInput extends CaseActionInput {
  @Field(() => ReferralStepEnum)
  step!: ReferralStep;

  @Field(() => String, { nullable: true, description: "The agency's own number, when it gives one." })
  reference!: string | null;
}

@InputType("RecordAgencyOutcomeInput")
export class RecordAgencyOutcomeInput extends CaseActionInput {
  @Field(() => AgencyOutcomeEnum)
  outcome!: AgencyOutcome;

  @Field(() => MoneyInput, { nullable: true, description: "What was agreed, for MEDIATED_REFUND." })
  amount!: MoneyInput | null;
}
