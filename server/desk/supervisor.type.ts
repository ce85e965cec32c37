import { Field, Float, ID, InputType, Int, ObjectType } from "type-graphql";
import { RefusalType } from "../cases/available-action.type.ts";
import { CaseType } from "../cases/case.type.ts";
import { CaseEventKindEnum } from "../cases/case-words.type.ts";
import type { CaseEventKind } from "../cases/domain/words.ts";
import { connectionOf } from "../graphql/connection.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { StaffType } from "../staff/staff.type.ts";
import type { BreachRow } from "./queries/list-breaches.ts";

@ObjectType("AgentLoad", { simpleResolvers: true, description: "What one person of the desk has in hand now." })
export class AgentLoadType {
  @Field(() => StaffType, { nullable: true, description: "Null: what nobody has been given." })
  staff!: StaffType | null;

  @Field(() => Boolean, { description: "A colleague stands in for them at this moment." })
  away!: boolean;

  @Field(() => Int)
  open!: number;

  @Field(() => Int, { description: "Open, and the binding clock has run out." })
  overdue!: number;

  @Field(() => Int, { description: "Not overdue, and the binding clock runs out before the end of the desk's day." })
  dueToday!: number;

  @Field(() => Float, { nullable: true, description: "Since the cases were opened, on average." })
  averageAgeHours!: number | null;

  @Field(() => [MoneyType], { description: "What the customers of these cases ask for, by currency." })
  money!: readonly MoneyType[];
}

@ObjectType("ClockBreach", {
  description: "A clock that ran out: which rule, who had the case, how late it got, what happened next.",
})
export class ClockBreachType {
  readonly row!: BreachRow;

  @Field(() => ID, { description: "Of the event that tells it." })
  id!: string;

  @Field(() => String, { description: "The rule of the clock, e.g. merchant-answer." })
  rule!: string;

  @Field(() => String, { description: "The rule's name in the reader's language." })
  title!: string;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was due." })
  dueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When what was due was done after all; null while it is not." })
  metAt!: Date | null;

  @Field(() => CaseEventKindEnum, {
    nullable: true,
    description: "The first thing that happened on the case afterwards.",
  })
  nextKind!: CaseEventKind | null;

  @Field(() => DateTime, { nullable: true })
  nextAt!: Date | null;
}

export const ClockBreachConnection = connectionOf(ClockBreachType, "ClockBreach");

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
