import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { RefusalType } from "../cases/available-action.type.ts";
import { CaseType } from "../cases/case.type.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { StaffType } from "../staff/staff.type.ts";

@ObjectType("AgentLoad", { description: "What one person of the desk has in hand now." })
export class AgentLoadType {
  readonly standInId!: string | null;

  @Field(() => StaffType, { nullable: true, description: "Null: what nobody has been given." })
  staff!: StaffType | null;

  @Field(() => Boolean, { description: "They are at work, and their role works cases: more can be given to them." })
  takesWork!: boolean;

  @Field(() => Boolean, { description: "A colleague stands in for them at this moment." })
  away!: boolean;

  @Field(() => Int)
  open!: number;

  @Field(() => Int, { description: "Open, and the binding clock has run out." })
  overdue!: number;

  @Field(() => Int, { description: "The binding clock runs out before the end of the desk's day, or has run out." })
  dueToday!: number;

  @Field(() => Float, { nullable: true, description: "Since the cases were opened, on average." })
  averageAgeHours!: number | null;

  @Field(() => [MoneyType], { description: "What the customers of these cases ask for, by currency." })
  money!: readonly MoneyType[];
}

@ObjectType("Reassignment", { simpleResolvers: true, description: "One case of a plan, and to whom it would go." })
export class ReassignmentType {
  @Field(() => CaseType)
  case!: CaseType;

  @Field(() => StaffType)
  to!: StaffType;

  @Field(() => [RefusalType], { description: "Every reason against it; empty where it is allowed." })
  reasons!: readonly RefusalType[];
}

@InputType("ReassignmentPlanInput")
export class ReassignmentPlanInput {
  @Field(() => ID, { nullable: true, description: "Whose open cases; null: those that nobody has." })
  fromId!: string | null;

  @Field(() => [ID], { description: "Who takes them: one, or several to spread evenly by what they have." })
  toIds!: string[];
}
