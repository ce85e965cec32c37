import { Field, ID, Int, ObjectType } from "type-graphql";
import { DayScalar } from "../graphql/scalars.ts";
import type { Day } from "../kernel/day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { StaffRole } from "../staff/domain/roles.ts";
import { StaffType } from "../staff/staff.type.ts";
import { RoleEnum } from "../staff/staff-words.type.ts";
import type { RuleKind } from "./domain/words.ts";
import type { RuleRow } from "./queries/list-rules.ts";
import { TrainingRuleKindEnum } from "./training-words.type.ts";

@ObjectType("TrainingRule", { description: "What assigns a course by itself." })
export class TrainingRuleType {
  row!: RuleRow;

  @Field(() => ID)
  id!: string;

  @Field(() => TrainingRuleKindEnum)
  kind!: RuleKind;

  @Field(() => RoleEnum, { nullable: true })
  role!: StaffRole | null;

  @Field(() => ID, { nullable: true, description: "People of this merchant only." })
  merchantId!: string | null;

  @Field(() => ID, { nullable: true, description: "People of this bank only." })
  institutionId!: string | null;

  @Field(() => DayScalar, { nullable: true, description: "People who joined on this day or later." })
  joinedFrom!: Day | null;

  @Field(() => Int)
  dueInDays!: number;

  @Field(() => Int, { nullable: true })
  daysAhead!: number | null;

  @Field(() => Int, { description: "To be sent with a change." })
  version!: number;
}

@ObjectType("TrainingRuleFind", { simpleResolvers: true, description: "Somebody whom a rule finds." })
export class TrainingRuleFindType {
  @Field(() => StaffType)
  staff!: StaffType;

  @Field(() => DayScalar)
  dueOn!: Day;
}

@ObjectType("TrainingRulePreview", {
  simpleResolvers: true,
  description: "Whom a rule would find today; one of policies, whom at the next major version.",
})
export class TrainingRulePreviewType {
  @Field(() => Int)
  total!: number;

  @Field(() => [TrainingRuleFindType], { description: "The first 200, by name." })
  people!: readonly TrainingRuleFindType[];
}

export function toTrainingRule(row: RuleRow): TrainingRuleType {
  const { kind, role, joinedFrom, dueInDays, daysAhead, version } = row;
  return Object.assign(new TrainingRuleType(), {
    ...{ row, id: toGlobalId("TrainingRule", row.id), kind, role, joinedFrom, dueInDays, daysAhead, version },
    merchantId: row.merchantId === null ? null : toGlobalId("Merchant", row.merchantId),
    institutionId: row.institutionId === null ? null : toGlobalId("Institution", row.institutionId),
  });
}
