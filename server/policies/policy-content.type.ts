import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { ProofKind } from "../evidence/domain/proof-kinds.ts";
import { ProofKindEnum } from "../evidence/evidence.type.ts";
import { MoneyInput, MoneyType } from "../graphql/money.type.ts";
import { CurrencyCodeScalar } from "../graphql/scalars.ts";
import type { Permission } from "../staff/domain/permissions.ts";
import { PermissionEnum } from "../staff/staff-words.type.ts";
import type { FeeBearer, PolicyOutcome } from "./domain/policy-content.ts";
import { FeeBearerEnum, PolicyOutcomeEnum } from "./policy-words.type.ts";

// What goes out and what comes in have the same fields: an editor sends back what it was given, changed.

@ObjectType("BilingualText", {
  simpleResolvers: true,
  description: "The same text in both languages; neither is the original.",
})
@InputType("BilingualTextInput")
export class BilingualTextType {
  @Field(() => String, { description: "Simplified Chinese." })
  zh!: string;

  @Field(() => String, { description: "English." })
  en!: string;
}

const noCondition = "Null: the row does not ask.";

function tableCells(Money: typeof MoneyType | typeof MoneyInput) {
  @ObjectType()
  @InputType()
  class Cells {
    @Field(() => [String], { nullable: true, description: `Any of these reasons. ${noCondition}` })
    reasons!: string[] | null;

    @Field(() => [String], {
      nullable: true,
      description: `Any of these card networks; UNKNOWN where no sale is known. ${noCondition}`,
    })
    networks!: string[] | null;

    @Field(() => [String], { nullable: true, description: `Any of these doors by which requests come. ${noCondition}` })
    channels!: string[] | null;

    @Field(() => [String], { nullable: true, description: `Any of these answers of the shop. ${noCondition}` })
    merchantAnswers!: string[] | null;

    @Field(() => [CurrencyCodeScalar], { nullable: true, description: `Any of these currencies. ${noCondition}` })
    currencies!: string[] | null;

    @Field(() => [Money], {
      nullable: true,
      description: "Above the limit of the sale's currency; a currency that is not named is above.",
    })
    amountAbove!: MoneyInput[] | null;

    @Field(() => [Money], {
      nullable: true,
      description: "At most the limit of the sale's currency; a currency that is not named never is.",
    })
    amountAtMost!: MoneyInput[] | null;

    @Field(() => Int, { nullable: true, description: "More whole days since the sale than this." })
    daysMoreThan!: number | null;

    @Field(() => Int, { nullable: true, description: "At most so many whole days since the sale." })
    daysAtMost!: number | null;

    @Field(() => Boolean, { nullable: true, description: "A matching sale is on file." })
    transactionFound!: boolean | null;

    @Field(() => Boolean, { nullable: true, description: "The amount can still go back over the sale." })
    amountRefundable!: boolean | null;

    @Field(() => Boolean, { nullable: true, description: "The request came in time." })
    withinWindow!: boolean | null;

    @Field(() => Boolean, { nullable: true, description: "Proof is there." })
    proofPresent!: boolean | null;

    @Field(() => Boolean, { nullable: true, description: "It is settled who asks." })
    identityConfirmed!: boolean | null;

    @Field(() => Boolean, { nullable: true, description: "The state of the goods is settled." })
    goodsAccepted!: boolean | null;
  }
  return Cells;
}

@ObjectType("PolicyCells", {
  simpleResolvers: true,
  description: "What a row asks, a column each. All that is not null must hold.",
})
export class PolicyCellsType extends tableCells(MoneyType) {}

@InputType("PolicyCellsInput", { description: "What a row asks, a column each. All that is not null must hold." })
export class PolicyCellsInput extends tableCells(MoneyInput) {}

@ObjectType()
@InputType()
abstract class RowFields {
  @Field(() => PolicyOutcomeEnum)
  outcome!: PolicyOutcome;

  @Field(() => Boolean, { description: "Approved with nobody's hand; means nothing for another outcome." })
  straightThrough!: boolean;

  @Field(() => [PermissionEnum], { description: "APPROVAL_FIRST, APPROVAL_SECOND: they agree whatever the amount." })
  approvals!: Permission[];
}

@ObjectType("PolicyTableRow", { simpleResolvers: true, description: "A row of the decision table as it is edited." })
export class PolicyTableRowType extends RowFields {
  @Field(() => PolicyCellsType)
  when!: PolicyCellsType;

  @Field(() => BilingualTextType, { description: "Why: what the agent and the trace say." })
  because!: BilingualTextType;

  @Field(() => BilingualTextType, { description: "The row as a sentence, made from its cells." })
  sentence!: BilingualTextType;
}

@InputType("PolicyTableRowInput")
export class PolicyTableRowInput extends RowFields {
  @Field(() => PolicyCellsInput)
  when!: PolicyCellsInput;

  @Field(() => BilingualTextType)
  because!: BilingualTextType;
}

@ObjectType("ReasonDays", { simpleResolvers: true, description: "A window of its own for one reason." })
@InputType("ReasonDaysInput")
export class ReasonDaysType {
  @Field(() => String)
  reason!: string;

  @Field(() => Int)
  days!: number;
}

@ObjectType("ResponsibilityText", {
  simpleResolvers: true,
  description: "One step of the road and who answers for it.",
})
@InputType("ResponsibilityTextInput")
export class ResponsibilityTextType {
  @Field(() => BilingualTextType)
  step!: BilingualTextType;

  @Field(() => BilingualTextType)
  who!: BilingualTextType;

  @Field(() => BilingualTextType)
  what!: BilingualTextType;
}

function contentFields(
  Money: typeof MoneyType | typeof MoneyInput,
  Row: typeof PolicyTableRowType | typeof PolicyTableRowInput,
) {
  @ObjectType()
  @InputType()
  class Fields {
    @Field(() => BilingualTextType)
    title!: BilingualTextType;

    @Field(() => String, { description: "IANA: by whose calendar its days are counted." })
    timeZone!: string;

    @Field(() => Int, { description: "Days from the sale within which a request is in time." })
    windowDays!: number;

    @Field(() => [ReasonDaysType], { description: "Reasons with a window of their own." })
    windows!: ReasonDaysType[];

    @Field(() => Boolean)
    proofNeeded!: boolean;

    @Field(() => [ProofKindEnum], { description: "Any one of these proves the sale." })
    acceptedProofs!: ProofKind[];

    @Field(() => [Money], { description: "Above this somebody makes sure who asks." })
    identityNeededAbove!: MoneyInput[];

    @Field(() => [String], { description: "Reasons for which the state of the goods must be settled." })
    goodsStateNeededFor!: string[];

    @Field(() => [Row], { description: "Read from the top; the first that fits decides." })
    rows!: (PolicyTableRowType | PolicyTableRowInput)[];

    @Field(() => Row, { description: "What holds where no row fits." })
    otherwise!: PolicyTableRowType | PolicyTableRowInput;

    @Field(() => [Money], { description: "What an agent decides alone; above it a supervisor agrees." })
    agentDecidesUpTo!: MoneyInput[];

    @Field(() => [Money], { description: "What a supervisor grants alone; above it compliance agrees as well." })
    supervisorGrantsUpTo!: MoneyInput[];

    @Field(() => [Money], {
      nullable: true,
      description: "Nothing above this goes without a hand; null: the rows alone say.",
    })
    autoLimit!: MoneyInput[] | null;

    @Field(() => Int)
    arrivalWorkingDaysFrom!: number;

    @Field(() => Int)
    arrivalWorkingDaysTo!: number;

    @Field(() => Int)
    appealWindowDays!: number;

    @Field(() => Int)
    reopenWindowDays!: number;

    @Field(() => FeeBearerEnum)
    feesBorneBy!: FeeBearer;

    @Field(() => Int, {
      nullable: true,
      description: "What a refund costs, as a share of it in hundredths of a per cent; null: no share.",
    })
    feeBasisPoints!: number | null;

    @Field(() => [Money], {
      nullable: true,
      description: "What each refund costs beside that, by its currency; null: nothing.",
    })
    feeFixed!: MoneyInput[] | null;

    @Field(() => [ResponsibilityTextType])
    responsibilities!: ResponsibilityTextType[];

    @Field(() => BilingualTextType, { description: "What customers read; paragraphs are parted by an empty line." })
    publicText!: BilingualTextType;
  }
  return Fields;
}

@ObjectType("PolicyContent", {
  simpleResolvers: true,
  description: "The whole text of a policy, in both languages, as it is edited.",
})
export class PolicyContentType extends contentFields(MoneyType, PolicyTableRowType) {}

@InputType("PolicyContentInput", { description: "The whole text of a policy. What is left out is not kept." })
export class PolicyContentInput extends contentFields(MoneyInput, PolicyTableRowInput) {}
