import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DayReasonEnum } from "../clocks/clock.type.ts";
import type { CalendarRow } from "../clocks/queries/find-calendars.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { DayReason } from "../kernel/calendar.ts";
import { type CalendarId, calendarIds } from "../kernel/calendars.ts";
import { type CalendarEventKind, calendarEventKinds } from "./domain/calendar-change.ts";
import type { CalendarEventRow } from "./queries/calendar-events.ts";

export const NamedCalendarEnum = wordsEnum(calendarIds);
registerEnumType(NamedCalendarEnum, {
  name: "NamedCalendar",
  description: "The calendars that clocks count by.",
  valuesConfig: {
    EVERY_DAY: { description: "Every day counts." },
    WEEKDAYS: { description: "Monday to Friday, for places whose holidays are not held here." },
    CN: { description: "Mainland China's, with holidays and the weekends that are worked to make up for them." },
  },
});

const CalendarEventKindEnum = wordsEnum(calendarEventKinds);
registerEnumType(CalendarEventKindEnum, {
  name: "CalendarEventKind",
  description: "What was done to a calendar.",
  valuesConfig: {
    CORRECTED: { description: "A day was set." },
    WITHDRAWN: { description: "A day's correction was withdrawn." },
    PUBLISHED: { description: "A year was entered from its paper." },
  },
});

@ObjectType("PaperDay", { simpleResolvers: true, description: "A day as the paper of its year has it." })
export class PaperDayType {
  @Field(() => Boolean)
  working!: boolean;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  nameZh!: string;
}

@ObjectType("SpecialDay", { simpleResolvers: true, description: "A day that is not what its weekday suggests." })
export class SpecialDayType {
  @Field(() => DayScalar)
  day!: string;

  @Field(() => Boolean)
  working!: boolean;

  @Field(() => DayReasonEnum, {
    nullable: true,
    description: "Null: an ordinary working day again, by a correction.",
  })
  why!: DayReason | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  nameZh!: string | null;

  @Field(() => Boolean, {
    description: "It was set here, over what the calendar's source says or the paper of a year that was entered.",
  })
  corrected!: boolean;

  @Field(() => PaperDayType, {
    nullable: true,
    description:
      "What the year's paper says, where the day was corrected over it; null where it does not name the day.",
  })
  paper!: PaperDayType | null;
}

@ObjectType("CalendarYear", { simpleResolvers: true })
export class CalendarYearType {
  @Field(() => Int)
  year!: number;

  @Field(() => Boolean, { description: "False: no date in it is said, and clocks that end in it have none yet." })
  published!: boolean;

  @Field(() => Boolean, { description: "The software does not have it: administrators entered it from its paper." })
  entered!: boolean;

  @Field(() => Int, { nullable: true, description: "How many of its days are worked; null while it is not published." })
  workingDays!: number | null;

  @Field(() => [SpecialDayType], { description: "In order; plain weekends are not among them." })
  days!: readonly SpecialDayType[];
}

@ObjectType("CalendarEvent", { description: "One change, and what it did to running clocks." })
export class CalendarEventType {
  readonly row!: CalendarEventRow;

  @Field(() => ID)
  id!: string;

  @Field(() => CalendarEventKindEnum)
  kind!: CalendarEventKind;

  @Field(() => DayScalar, { description: "The first of a year that was entered." })
  day!: string;

  @Field(() => Boolean, { nullable: true, description: "Null where a correction was withdrawn, and of a year." })
  working!: boolean | null;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => String, { nullable: true })
  nameZh!: string | null;

  @Field(() => String)
  reason!: string;

  @Field(() => Int, { description: "Running clocks that came to end later." })
  later!: number;

  @Field(() => Int, { description: "Running clocks that would have come to end earlier, and kept what was promised." })
  kept!: number;

  @Field(() => DateTime)
  at!: Date;
}

export function toCalendarEvent(row: CalendarEventRow): CalendarEventType {
  const { id, kind, day, working, name, name_zh: nameZh, reason, later, kept, at } = row;
  return Object.assign(new CalendarEventType(), { row, id, kind, day, working, name, nameZh, reason, later, kept, at });
}

@ObjectType("Calendar", {
  description: "A named calendar as the desk goes by it, with the days it corrected and the years it entered.",
})
export class CalendarType {
  readonly row!: CalendarRow;

  @Field(() => NamedCalendarEnum)
  calendar!: CalendarId;

  @Field(() => Int, { description: "Rises with every change." })
  version!: number;

  @Field(() => Boolean, { description: "False: it has no holidays, or serves several countries at once." })
  correctable!: boolean;

  @Field(() => Boolean, { description: "Weekends are off unless a day says otherwise." })
  weekendsOff!: boolean;

  @Field(() => DayScalar, {
    nullable: true,
    description:
      "The last day that is known, by its source or because the desk has entered the year; null where nothing has to be published.",
  })
  publishedUntil!: string | null;
}

@ObjectType("ClockShift", { simpleResolvers: true, description: "One running clock that a change touches." })
export class ClockShiftType {
  @Field(() => String)
  caseNumber!: string;

  @Field(() => String, { description: "Of which deadline." })
  title!: string;

  @Field(() => DateTime, { nullable: true, description: "Null where no date could be said." })
  from!: Date | null;

  @Field(() => DateTime)
  to!: Date;
}

@ObjectType("CorrectionPreview", { simpleResolvers: true, description: "What a change would do to running clocks." })
export class CorrectionPreviewType {
  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];

  @Field(() => Int, {
    nullable: true,
    description: "The day's year where it is not published: the correction counts from its publication on.",
  })
  notPublished!: number | null;

  @Field(() => Int, { description: "Running clocks that would end later." })
  later!: number;

  @Field(() => Int, { description: "Running clocks that would end earlier, and keep what was promised." })
  kept!: number;

  @Field(() => [ClockShiftType], { description: "The first of those that move." })
  examples!: readonly ClockShiftType[];
}
