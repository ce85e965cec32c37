import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { CaseReasonEnum } from "../cases/case-words.type.ts";
import type { CaseReason } from "../cases/domain/words.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import { CardNetworkEnum } from "../transactions/transaction-words.type.ts";
import type { Measured } from "./domain/measured.ts";
import { type ThresholdStanding, thresholdStandings } from "./domain/thresholds.ts";
import {
  type BucketSize,
  bucketSizes,
  type MeasureName,
  type MeasureSubject,
  type MeasureUnit,
  measureNames,
  measureSubjects,
  measureUnits,
} from "./domain/words.ts";
import type { MeasureQuestion } from "./queries/measure-question.ts";

export const MeasureNameEnum = wordsEnum(measureNames);
registerEnumType(MeasureNameEnum, { name: "MeasureName", description: "What the desk measures about itself." });
const MeasureUnitEnum = wordsEnum(measureUnits);
registerEnumType(MeasureUnitEnum, {
  name: "MeasureUnit",
  description: "COUNT: so many. SHARE: `count` of `of`. HOURS: how long. MONEY: how much of one currency.",
});
const MeasureSubjectEnum = wordsEnum(measureSubjects);
registerEnumType(MeasureSubjectEnum, { name: "MeasureSubject", description: "What stands behind each number." });
export const BucketSizeEnum = wordsEnum(bucketSizes);
registerEnumType(BucketSizeEnum, { name: "BucketSize", description: "How a period is cut. Weeks begin on Monday." });
const ThresholdStandingEnum = wordsEnum(thresholdStandings);
registerEnumType(ThresholdStandingEnum, {
  name: "ThresholdStanding",
  description:
    "ABOVE: by share and by number. RATIO_ONLY: by share alone, with too few disputes to be put under watch. NONE: no threshold of this network is known.",
});

@InputType("InsightPeriod", { description: "Days of the desk, both in the period; two years at most." })
export class InsightPeriodInput {
  @Field(() => DayScalar)
  from!: Day;

  @Field(() => DayScalar)
  until!: Day;

  @Field(() => BucketSizeEnum, { description: "At most 110 spans." })
  by!: BucketSize;
}

@InputType("InsightFilter", { description: "Of which cases; everything left out is not asked." })
export class InsightFilterInput {
  @Field(() => ID, { nullable: true })
  merchantId!: string | null;

  @Field(() => [CardNetworkEnum], { nullable: true })
  networks!: CardNetwork[] | null;

  @Field(() => [CaseReasonEnum], { nullable: true })
  reasons!: CaseReason[] | null;

  @Field(() => [ID], { nullable: true, description: "Decided by one of these versions of a policy." })
  policyVersionIds!: string[] | null;
}

@ObjectType("InsightThreshold", {
  simpleResolvers: true,
  description: "From what share and number a network puts a merchant under watch.",
})
export class InsightThresholdType {
  @Field(() => String)
  programme!: string;

  @Field(() => Float, { description: "0.015 is 1.5 %." })
  share!: number;

  @Field(() => Int, { description: "In a calendar month." })
  leastDisputes!: number;

  @Field(() => Boolean, { description: "False: the network's own text was not read." })
  confirmed!: boolean;

  @Field(() => String)
  source!: string;
}

@ObjectType("InsightPoint", { description: "One number, and what narrows the list that stands behind it." })
export class InsightPointType {
  readonly measured!: Measured;

  @Field(() => DayScalar, { nullable: true, description: "Of this span of days; null: as it stands now." })
  from!: Day | null;

  @Field(() => DayScalar, { nullable: true })
  until!: Day | null;

  @Field(() => String, {
    nullable: true,
    description: "Which part: an age band, a DueSpan, a RefundState or an Overturner, by the measure.",
  })
  part!: string | null;

  @Field(() => Int, { description: "How many stand behind it." })
  count!: number;

  @Field(() => Int, { nullable: true, description: "Of how many, where that means something." })
  of!: number | null;

  @Field(() => Float, { nullable: true, description: "`count` over `of`; null where `of` is nothing." })
  share!: number | null;

  @Field(() => Float, { nullable: true })
  medianHours!: number | null;

  @Field(() => Float, { nullable: true, description: "Nine of ten were faster: the 90th percentile." })
  slowHours!: number | null;

  @Field(() => MoneyType, { nullable: true })
  money!: MoneyType | null;

  @Field(() => CardNetworkEnum, { nullable: true })
  network!: CardNetwork | null;

  @Field(() => ThresholdStandingEnum, { nullable: true, description: "For a merchant's dispute ratio." })
  standing!: ThresholdStanding | null;

  @Field(() => InsightThresholdType, { nullable: true })
  threshold!: InsightThresholdType | null;
}

@ObjectType("InsightMeasure", { description: "A measure with its definition and its numbers." })
export class InsightMeasureType {
  readonly question!: MeasureQuestion;

  @Field(() => MeasureNameEnum)
  name!: MeasureName;

  @Field(() => MeasureUnitEnum)
  unit!: MeasureUnit;

  @Field(() => MeasureSubjectEnum)
  subject!: MeasureSubject;

  @Field(() => String)
  title!: string;

  @Field(() => String, { description: "What it tells." })
  meaning!: string;

  @Field(() => String, { description: "How it is reckoned, in words." })
  formula!: string;

  @Field(() => String, { description: "Where its facts are taken from." })
  source!: string;
}
