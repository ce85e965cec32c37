import { Field, ID, Int, ObjectType } from "type-graphql";
import { DayScalar } from "../graphql/scalars.ts";
import type { Day } from "../kernel/day.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { StaffRole } from "../staff/domain/roles.ts";
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

  @Field(() => DayScalar, { nullable: true })
  joinedFrom!: Day | null;

  @Field(() => Int)
  dueInDays!: number;

  @Field(() => Int, { nullable: true })
  daysAhead!: number | null;
}

export function toTrainingRule(row: RuleRow): TrainingRuleType {
  const { kind, role, joinedFrom, dueInDays, daysAhead } = row;
  const id = toGlobalId("TrainingRule", row.id);
  return Object.assign(new TrainingRuleType(), { row, id, kind, role, joinedFrom, dueInDays, daysAhead });
}
