import { Field, ID, InputType, Int } from "type-graphql";
import { MoneyInput } from "../graphql/money.type.ts";
import { DateTime, Uuid } from "../graphql/scalars.ts";
import type { PolicyScope } from "./domain/choose-policy.ts";
import type { ChangeKind } from "./domain/draft-life.ts";
import type { TestOutcome } from "./domain/run-tests.ts";
import { BilingualTextType, PolicyContentInput } from "./policy-content.type.ts";
import { PolicyChangeKindEnum, PolicyScopeEnum, PolicyTestOutcomeEnum } from "./policy-words.type.ts";

@InputType("PolicyDraftInput", { description: "What every action on a draft is told." })
export class PolicyDraftInput {
  @Field(() => ID)
  draftId!: string;

  @Field(() => Int, { description: "The revision on which the person decided." })
  expectedRevision!: number;
}

@InputType("SavePolicyDraftInput")
export class SavePolicyDraftInput extends PolicyDraftInput {
  @Field(() => PolicyContentInput)
  content!: PolicyContentInput;

  @Field(() => PolicyChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String, { description: "What changes and why, at most 1,000 characters; may be empty until review." })
  note!: string;
}

@InputType("SendBackPolicyDraftInput")
export class SendBackPolicyDraftInput extends PolicyDraftInput {
  @Field(() => String, { description: "What its authors should look at." })
  note!: string;
}

@InputType("PublishPolicyInput")
export class PublishPolicyInput extends PolicyDraftInput {
  @Field(() => DateTime, {
    nullable: true,
    description: "Decides from that moment on; when left out, from the soonest, a minute from now.",
  })
  from!: Date | null;
}

@InputType("WithdrawPolicyVersionInput")
export class WithdrawPolicyVersionInput {
  @Field(() => ID)
  versionId!: string;

  @Field(() => String, { description: "Why, at most 1,000 characters; it stays on record." })
  reason!: string;
}

@InputType("EndPolicyInput", {
  description: "Names the version that decides now, so that nobody ends what they have not seen.",
})
export class EndPolicyInput extends WithdrawPolicyVersionInput {
  @Field(() => DateTime, {
    nullable: true,
    description: "The first moment without it; when left out, the soonest, a minute from now.",
  })
  from!: Date | null;
}

@InputType("CreatePolicyInput")
export class CreatePolicyInput {
  @Field(() => PolicyScopeEnum, { description: "EVERYONE has its policy already." })
  scope!: PolicyScope;

  @Field(() => String, { description: "The merchant's id, the category's four digits, or WEB, PHONE, COUNTER, FILE." })
  value!: string;

  @Field(() => BilingualTextType, {
    nullable: true,
    description: "What a category is called. Merchants and channels have names.",
  })
  label!: BilingualTextType | null;
}

@InputType("PolicyFactsInput", { description: "A case as a policy sees it." })
export class PolicyFactsInput {
  @Field(() => MoneyInput)
  amount!: MoneyInput;

  @Field(() => String)
  reason!: string;

  @Field(() => String)
  merchantAnswer!: string;

  @Field(() => Int, { nullable: true, description: "Null: no sale is known." })
  daysSinceSale!: number | null;

  @Field(() => Boolean)
  amountRefundable!: boolean;

  @Field(() => Boolean)
  withinWindow!: boolean;

  @Field(() => Boolean)
  proofPresent!: boolean;

  @Field(() => Boolean)
  identityConfirmed!: boolean;

  @Field(() => Boolean)
  goodsAccepted!: boolean;

  @Field(() => String, { nullable: true })
  network!: string | null;

  @Field(() => String, { nullable: true })
  channel!: string | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description:
      "What has gone back over the same payment, or is on its way, in the currency of `amount`: limits count it with what is asked. Null: nothing.",
  })
  alreadyBack!: MoneyInput | null;
}

@InputType("KeepPolicyTestInput")
export class KeepPolicyTestInput {
  @Field(() => Uuid, { description: "Made once per test; the same id again says the same test anew." })
  id!: string;

  @Field(() => String, { description: "The name of the policy." })
  policy!: string;

  @Field(() => String, { description: "What it is about, at most 200 characters." })
  name!: string;

  @Field(() => PolicyFactsInput)
  facts!: PolicyFactsInput;

  @Field(() => PolicyTestOutcomeEnum)
  expected!: TestOutcome;
}

@InputType("AttestPolicyInput")
export class AttestPolicyInput {
  @Field(() => ID)
  versionId!: string;

  @Field(() => String, { description: "`PolicyVersion.contentHash` of what was read." })
  contentHash!: string;
}
