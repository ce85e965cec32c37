import { Field, Float, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { Node } from "../graphql/node.type.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { dayReasons } from "../kernel/calendar.ts";
import {
  type ClockOwner,
  type ClockState,
  type ClockUnit,
  clockOwners,
  clockStates,
  clockUnits,
} from "./domain/words.ts";

export const ClockStateEnum = wordsEnum(clockStates);
registerEnumType(ClockStateEnum, { name: "ClockState" });
export const ClockOwnerEnum = wordsEnum(clockOwners);
registerEnumType(ClockOwnerEnum, { name: "ClockOwner", description: "Who must act before the clock runs out." });
export const ClockUnitEnum = wordsEnum(clockUnits);
registerEnumType(ClockUnitEnum, { name: "ClockUnit" });
export const DayReasonEnum = wordsEnum(dayReasons);
registerEnumType(DayReasonEnum, {
  name: "DayReason",
  description: "Why a day does not count, or counts although it is a weekend.",
});

@ObjectType("ClockDay", { description: "One day of a clock's count." })
export class ClockDayType {
  @Field(() => DayScalar)
  day!: string;

  @Field(() => Int, { nullable: true, description: "Its number in the count; null when it was skipped." })
  number!: number | null;

  @Field(() => DayReasonEnum, { nullable: true })
  why!: keyof typeof DayReasonEnum | null;

  @Field(() => String, { nullable: true, description: "The holiday's name, in the reader's language." })
  name!: string | null;
}

@ObjectType("ClockProof", { description: "Why a clock ends when it ends, day by day." })
export class ClockProofType {
  @Field(() => Int)
  length!: number;

  @Field(() => ClockUnitEnum)
  unit!: ClockUnit;

  @Field(() => String, { description: "Which days count: CN, WEEKDAYS or EVERY_DAY." })
  calendar!: string;

  @Field(() => String, { description: "IANA time zone in which the days are counted." })
  timeZone!: string;

  @Field(() => DayScalar, { description: "Day 0, which never counts." })
  startDay!: string;

  @Field(() => [ClockDayType])
  days!: readonly ClockDayType[];

  @Field(() => Int, { description: "Days added for the time that the clock stood still." })
  daysGivenBack!: number;
}

@ObjectType("Clock", {
  implements: Node,
  description: "A running deadline with a rule, a calendar, pauses and an owner.",
})
export class ClockType extends Node {
  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: "The rule's stable name, e.g. decide-request." })
  rule!: string;

  @Field(() => Int)
  ruleVersion!: number;

  @Field(() => String, { description: "What must be done, in the reader's language." })
  title!: string;

  @Field(() => String, { description: "What follows when it runs out." })
  consequence!: string;

  @Field(() => ClockOwnerEnum)
  owner!: ClockOwner;

  @Field(() => ClockStateEnum)
  state!: ClockState;

  @Field(() => DateTime)
  startedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "Null when the calendar of that year is not published yet: see calendarNotPublished.",
  })
  dueAt!: Date | null;

  @Field(() => Boolean, { description: "The date came from the bank or a provider, and wins over the rule's own." })
  dueAtGiven!: boolean;

  @Field(() => Boolean, {
    description:
      "The calendar was corrected since and would now say an earlier day. What was promised stands, and has no proof by the days.",
  })
  dateKept!: boolean;

  @Field(() => DateTime, { nullable: true })
  pausedAt!: Date | null;

  @Field(() => DateTime, { nullable: true })
  endedAt!: Date | null;

  @Field(() => Float, { nullable: true, description: "From 1 at the start to 0 when it runs out." })
  fractionLeft!: number | null;

  @Field(() => Boolean, { description: "In the last part of its time, when the owner is warned." })
  soon!: boolean;

  @Field(() => Boolean)
  overdue!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: "The year whose business calendar is not published, so that no date can be said.",
  })
  calendarNotPublished!: number | null;

  @Field(() => String, { description: "Where the figure comes from." })
  source!: string;

  @Field(() => Boolean, { description: "False while the source has not been checked against its text." })
  sourceConfirmed!: boolean;

  @Field(() => ClockProofType, { nullable: true, description: "Null for a date that was given from outside." })
  proof!: ClockProofType | null;
}
