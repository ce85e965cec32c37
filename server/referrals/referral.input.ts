import { Field, InputType } from "type-graphql";
import { CaseActionInput } from "../cases/case-action.input.ts";
import { MoneyInput } from "../graphql/money.type.ts";
import type { AgencyOutcome, ReferralStep } from "./domain/words.ts";
import { AgencyOutcomeEnum, ReferralStepEnum } from "./referral.type.ts";

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
