import { Field, Int, ObjectType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";
import { CheckKindEnum, CheckOutcomeEnum } from "./case-words.type.ts";
import type { CheckKind, CheckOutcome } from "./domain/checks.ts";
import { type WindowDay, windowDayOf } from "./domain/derive-checks.ts";
import type { CheckRow } from "./queries/case-parts.ts";

@ObjectType("WindowDay", { description: "Day 16 of 30: on which day after the sale the request came." })
export class WindowDayType {
  @Field(() => Int)
  day!: number;

  @Field(() => Int, { description: "How many days the policy gives." })
  of!: number;
}

@ObjectType("Check", { description: "What must be known before money moves, and how it stands." })
export class CheckType {
  row!: CheckRow;

  @Field(() => CheckKindEnum)
  kind!: CheckKind;

  @Field(() => CheckOutcomeEnum)
  outcome!: CheckOutcome;

  @Field(() => Boolean, { description: "Data answered it, nobody's hand." })
  automatic!: boolean;

  @Field(() => String, { nullable: true, description: "Why it was waived or set by hand. For the desk only." })
  reason!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it came to stand so." })
  at!: Date | null;

  @Field(() => WindowDayType, {
    nullable: true,
    description: "Of the check of the window: the days as they were when it was made. Null of the others.",
  })
  windowDay!: WindowDay | null;
}

export function toCheck(row: CheckRow): CheckType {
  const { kind, outcome, automatic, reason, at } = row;
  const windowDay = kind === "WITHIN_WINDOW" ? windowDayOf(row.basis) : null;
  return Object.assign(new CheckType(), { row, kind, outcome, automatic, reason, at, windowDay });
}
