import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import { TrainingNotFoundType, TrainingRefusedType } from "./training.result.ts";
import { TrainingRecordType } from "./training-record.type.ts";
import { TrainingRuleType } from "./training-rule.type.ts";

@ObjectType("TrainingAssigned", {
  simpleResolvers: true,
  description: "It happened. Sent again it assigns nobody anew.",
})
export class TrainingAssignedType {
  @Field(() => Int, { description: "People who have it now and had it not before." })
  assigned!: number;

  @Field(() => Int, { description: "People who were passed over because they hold a valid record." })
  holding!: number;

  @Field(() => Int, { description: "People who had an open assignment, which stays as it is." })
  alreadyAssigned!: number;
}

export const AssignTrainingResult = createUnionType({
  name: "AssignTrainingResult",
  types: () => [TrainingAssignedType, TrainingRefusedType, TrainingNotFoundType] as const,
});

@ObjectType("TrainingWaived")
export class TrainingWaivedType {
  @Field(() => TrainingRecordType)
  record!: TrainingRecordType;
}

export const WaiveTrainingResult = createUnionType({
  name: "WaiveTrainingResult",
  types: () => [TrainingWaivedType, TrainingRefusedType, TrainingNotFoundType] as const,
});

@ObjectType("TrainingRecordChanged")
export class TrainingRecordChangedType {
  @Field(() => TrainingRecordType)
  record!: TrainingRecordType;
}

export const ChangeTrainingRecordResult = createUnionType({
  name: "ChangeTrainingRecordResult",
  types: () => [TrainingRecordChangedType, TrainingRefusedType, TrainingNotFoundType] as const,
});

@ObjectType("TrainingRulesChanged", { simpleResolvers: true })
export class TrainingRulesChangedType {
  @Field(() => [TrainingRuleType], { description: "The rules that hold now." })
  rules!: readonly TrainingRuleType[];
}

@ObjectType("StaleTrainingRule", {
  implements: Problem,
  description: "Somebody was faster: the rule has a newer version. Nothing was written; ask for the rules again.",
})
export class StaleTrainingRuleType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const TrainingRuleResult = createUnionType({
  name: "TrainingRuleResult",
  types: () => [TrainingRulesChangedType, TrainingRefusedType, StaleTrainingRuleType, TrainingNotFoundType] as const,
});
