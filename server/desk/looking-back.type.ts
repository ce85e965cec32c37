import { Field, ID, ObjectType } from "type-graphql";
import { CaseEventKindEnum } from "../cases/case-words.type.ts";
import type { CaseEventKind } from "../cases/domain/words.ts";
import { connectionOf } from "../graphql/connection.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { BreachRow } from "./queries/list-breaches.ts";

@ObjectType("CaseHolding", { description: "Somebody had the case for a while." })
export class CaseHoldingType {
  readonly staffId!: string | null;

  @Field(() => DateTime)
  from!: Date;

  @Field(() => DateTime)
  until!: Date;
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

  @Field(() => [CaseHoldingType], {
    description:
      "Who had the case while the clock ran, one after the other; what was given before counts from its start.",
  })
  holdings!: readonly CaseHoldingType[];

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

@ObjectType("Reopenable", {
  description: "A closed case that can still be opened again, and why somebody may want to.",
})
export class ReopenableType {
  readonly caseId!: string;

  @Field(() => DateTime)
  closedAt!: Date;

  @Field(() => DateTime, { description: "Until when it can be opened again." })
  reopenUntil!: Date;

  @Field(() => [String], { description: "What ran out on it, in the reader's language; not the customer's own time." })
  ranOut!: readonly string[];

  @Field(() => DateTime, { nullable: true, description: "When the customer last wrote after it was closed." })
  complainedAt!: Date | null;
}

export const ReopenableConnection = connectionOf(ReopenableType, "Reopenable");
