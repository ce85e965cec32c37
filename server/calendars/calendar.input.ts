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

@InputType("CalendarHolidayInput", { description: "One holiday as the paper has it." })
export class CalendarHolidayInput {
  @Field(() => String, { description: "In English." })
  name!: string;

  @Field(() => String, { description: "In Chinese." })
  nameZh!: string;

  @Field(() => DayScalar, { description: "Its first day off." })
  from!: Day;

  @Field(() => DayScalar, { description: "Its last day off." })
  to!: Day;

  @Field(() => [DayScalar], { description: "Days of weekends that are worked to make up for it; none: empty." })
  madeUp!: Day[];
}

@InputType("CalendarYearInput", { description: "A year's holidays as its paper arranges them." })
export class CalendarYearInput {
  @Field(() => NamedCalendarEnum)
  calendar!: CalendarId;

  @Field(() => Int, { description: "The one after the last that is published." })
  year!: number;

  @Field(() => [CalendarHolidayInput], { description: "Holidays that run together are one." })
  holidays!: CalendarHolidayInput[];
}

@InputType("PublishCalendarYearInput")
export class PublishCalendarYearInput extends CalendarYearInput {
  @Field(() => Int, { description: "The calendar's version that was looked at." })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: "What it rests on, such as the number of the notice; needed." })
  reason?: string | null;
}
