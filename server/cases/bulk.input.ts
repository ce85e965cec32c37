import { Field, ID, InputType, Int } from "type-graphql";
import { Uuid } from "../graphql/scalars.ts";

@InputType("CaseInBulk", { description: "One case of several, at the version on which the person decided." })
export class CaseInBulkInput {
  @Field(() => ID)
  caseId!: string;

  @Field(() => Int)
  expectedVersion!: number;
}

@InputType("CaseToAssign")
export class CaseToAssignInput extends CaseInBulkInput {
  @Field(() => ID, { nullable: true, description: "Who is to work on it; null gives it back to nobody." })
  assigneeId!: string | null;
}

@InputType("BulkInput")
export class BulkInput {
  @Field(() => Uuid, {
    description:
      "Made once per intention. The same key and cases give the same answers, however far the first attempt came.",
  })
  idempotencyKey!: string;
}

@InputType("AssignCasesInput")
export class AssignCasesInput extends BulkInput {
  @Field(() => [CaseToAssignInput], { description: "1 to 100 cases, each named once." })
  cases!: CaseToAssignInput[];
}

@InputType("MessageOnCasesInput")
export class MessageOnCasesInput extends BulkInput {
  @Field(() => [CaseInBulkInput], { description: "1 to 100 cases, each named once." })
  cases!: CaseInBulkInput[];

  @Field(() => String, { description: "At most 4,000 characters; the same for each." })
  message!: string;
}

@InputType("ReasonOnCasesInput")
export class ReasonOnCasesInput extends BulkInput {
  @Field(() => [CaseInBulkInput], { description: "1 to 100 cases, each named once." })
  cases!: CaseInBulkInput[];

  @Field(() => String, { description: "At most 4,000 characters; each customer reads it." })
  reason!: string;
}
