import { Field, ObjectType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";
import { CheckKindEnum, CheckOutcomeEnum } from "./case-words.type.ts";
import type { CheckKind, CheckOutcome } from "./domain/checks.ts";
import type { CheckRow } from "./queries/case-parts.ts";

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

  @Field(() => DateTime, { nullable: true })
  at!: Date | null;
}

export function toCheck(row: CheckRow): CheckType {
  const { kind, outcome, automatic, reason, at } = row;
  return Object.assign(new CheckType(), { row, kind, outcome, automatic, reason, at });
}
