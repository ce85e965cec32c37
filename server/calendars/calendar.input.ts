import { Field, InputType, Int } from "type-graphql";
import { DayScalar } from "../graphql/scalars.ts";
import type { CalendarId } from "../kernel/calendars.ts";
import type { Day } from "../kernel/day.ts";
import { NamedCalendarEnum } from "./calendar.type.ts";

@InputType("WithdrawCalendarDayInput")
export class WithdrawCalendarDayInput {
  @Field(() => NamedCalendarEnum)
  calendar!: CalendarId;

  @Field(() => DayScalar)
  day!: Day;

  @Field(() => Int, { description: "The calendar's version that was looked at." })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: "What it rests on, such as the number of a notice; needed." })
  reason?: string | null;
}

@InputType("CorrectCalendarDayInput")
export class CorrectCalendarDayInput extends WithdrawCalendarDayInput {
  @Field(() => Boolean)
  working!: boolean;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  nameZh!: string;
}
