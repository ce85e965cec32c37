import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { getClockRule } from "../clocks/domain/rules.ts";
import { type CalendarRow, listCalendars, toBook } from "../clocks/queries/find-calendars.ts";
import { badInput } from "../graphql/cursor.ts";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { localised } from "../graphql/locale.ts";
import { DayScalar } from "../graphql/scalars.ts";
import type { CalendarId } from "../kernel/calendars.ts";
import type { Day } from "../kernel/day.ts";
import type { Locale, RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { changeCalendar } from "./actions/change-calendar.ts";
import {
  CalendarYearInput,
  CorrectCalendarDayInput,
  PublishCalendarYearInput,
  WithdrawCalendarDayInput,
} from "./calendar.input.ts";
import { CalendarCorrectedType, CorrectCalendarResult, toChangeFailure } from "./calendar.result.ts";
import {
  CalendarEventType,
  CalendarType,
  CalendarYearType,
  ClockShiftType,
  CorrectionPreviewType,
  NamedCalendarEnum,
  SpecialDayType,
  toCalendarEvent,
} from "./calendar.type.ts";
import { type CalendarChange, isCorrectable } from "./domain/calendar-change.ts";
import { calendarRefusalText } from "./domain/calendar-refusal-text.ts";
import { correctionOf } from "./domain/correction.ts";
import type { ClockShift } from "./domain/plan-correction.ts";
import { yearOfCalendar } from "./domain/year-of-calendar.ts";
import { publicationOf, type YearPaper } from "./domain/year-paper.ts";
import { eventsOfCalendar } from "./queries/calendar-events.ts";
import { previewChange } from "./queries/preview-change.ts";

/** As many as one reads before saying yes. */
const mostExamples = 10;

const [firstYear, lastYear] = [1900, 2999] as const;

/** Far more than any paper has had. */
const [mostHolidays, mostMadeUp] = [20, 10] as const;

/** The calendars that clocks count by, as the administrators keep them. */
@Resolver(() => CalendarType)
export class CalendarResolver {
  @Query(() => [CalendarType], { description: "Every named calendar." })
  async calendars(@Ctx() { db }: RequestContext): Promise<readonly CalendarType[]> {
    return (await listCalendars(db)).map((row) => toCalendar(row));
  }

  @Query(() => CorrectionPreviewType, {
    nullable: true,
    description:
      "What setting a day would do to running clocks. Without `working`: what withdrawing its correction would.",
  })
  previewCalendarDay(
    @Arg("calendar", () => NamedCalendarEnum) calendar: CalendarId,
    @Arg("day", () => DayScalar) day: Day,
    @Arg("working", () => Boolean, { nullable: true }) working: boolean | null | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<CorrectionPreviewType> {
    // Names move no clock.
    const to = working == null ? null : { working, name: { zh: "", en: "" } };
    return preview(ctx, correctionOf({ calendar, day, to }));
  }

  @Query(() => CorrectionPreviewType, {
    nullable: true,
    description: "What entering a year would do to running clocks, and all that is wrong with it.",
  })
  previewCalendarYear(
    @Arg("paper", () => CalendarYearInput) paper: CalendarYearInput,
    @Ctx() ctx: RequestContext,
  ): Promise<CorrectionPreviewType> {
    return preview(ctx, publicationOf(toPaper(paper)));
  }

  @Mutation(() => CorrectCalendarResult, {
    description: "Sets one day. Running clocks that it makes later move at once; none comes earlier than was promised.",
  })
  correctCalendarDay(
    @Arg("input", () => CorrectCalendarDayInput) input: CorrectCalendarDayInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CorrectCalendarResult> {
    const { calendar, day, working } = input;
    const name = { zh: freeText("nameZh", input.nameZh, 60), en: freeText("name", input.name, 60) };
    return change(ctx, correctionOf({ calendar, day, to: { working, name } }), input);
  }

  @Mutation(() => CorrectCalendarResult, {
    description: "The day goes by the calendar's source again, or by the paper of a year that was entered.",
  })
  withdrawCalendarDay(
    @Arg("input", () => WithdrawCalendarDayInput) input: WithdrawCalendarDayInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CorrectCalendarResult> {
    const { calendar, day } = input;
    return change(ctx, correctionOf({ calendar, day, to: null }), input);
  }

  @Mutation(() => CorrectCalendarResult, {
    description:
      "Enters the year after the last that is published, from its paper. Running clocks that end in it get their date at once. What is wrong later is corrected day by day.",
  })
  publishCalendarYear(
    @Arg("input", () => PublishCalendarYearInput) input: PublishCalendarYearInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CorrectCalendarResult> {
    return change(ctx, publicationOf(toPaper(input)), input);
  }

  @FieldResolver(() => CalendarYearType)
  year(@Root() { row }: CalendarType, @Arg("year", () => Int) year: number): CalendarYearType {
    if (year < firstYear || year > lastYear) throw badInput(`\`year\` must be between ${firstYear} and ${lastYear}.`);
    const { days, ...facts } = yearOfCalendar(toBook([row]), row.id, row, year);
    const special = days.map(({ day, working, why, name, corrected, paper }) =>
      Object.assign(new SpecialDayType(), {
        ...{ day, working, why: why ?? null, corrected },
        paper: paper && { working: paper.working, name: paper.name.en, nameZh: paper.name.zh },
        ...{ name: name?.en ?? null, nameZh: name?.zh ?? null },
      }),
    );
    return Object.assign(new CalendarYearType(), { ...facts, year, days: special });
  }

  @FieldResolver(() => [CalendarEventType], { description: "What was corrected and entered, the latest first." })
  async history(@Root() { row }: CalendarType, @Ctx() ctx: RequestContext): Promise<readonly CalendarEventType[]> {
    return (await ctx.loaders.load(eventsOfCalendar, row.id)).map(toCalendarEvent);
  }
}

@Resolver(() => CalendarEventType)
export class CalendarEventResolver {
  @FieldResolver(() => StaffType, { nullable: true })
  by(@Root() { row }: CalendarEventType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }
}

async function preview(ctx: RequestContext, wanted: CalendarChange): Promise<CorrectionPreviewType> {
  const { reasons, notPublished, plan } = await previewChange(ctx, wanted);
  const { later, kept } = plan;
  return Object.assign(new CorrectionPreviewType(), {
    reasons: reasons.map((reason) => localised(calendarRefusalText(reason), ctx.locale)),
    ...{ notPublished, later: later.length, kept: kept.length },
    examples: later.slice(0, mostExamples).map((shift) => toShift(shift, ctx.locale)),
  });
}

async function change(
  ctx: RequestContext,
  wanted: CalendarChange,
  { expectedVersion, reason }: Pick<WithdrawCalendarDayInput, "expectedVersion" | "reason">,
): Promise<typeof CorrectCalendarResult> {
  const changed = await changeCalendar(ctx, wanted, { expectedVersion, reason: optionalText("reason", reason, 500) });
  if (!changed.ok) return toChangeFailure(changed.error, ctx.locale);
  ctx.loaders.clear();
  const row = (await listCalendars(ctx.db)).find(({ id }) => id === wanted.calendar);
  if (row === undefined) throw new Error(`The calendar ${wanted.calendar} vanished as it was changed`);
  const { later, kept } = changed.value;
  return Object.assign(new CalendarCorrectedType(), {
    ...{ calendar: toCalendar(row), later: later.length, kept: kept.length },
  });
}

function toPaper({ calendar, year, holidays }: CalendarYearInput): YearPaper {
  if (year < firstYear || year > lastYear) throw badInput(`\`year\` must be between ${firstYear} and ${lastYear}.`);
  if (holidays.length > mostHolidays) throw badInput(`\`holidays\` takes at most ${mostHolidays}.`);
  if (holidays.some(({ madeUp }) => madeUp.length > mostMadeUp))
    throw badInput(`\`madeUp\` takes at most ${mostMadeUp} days a holiday.`);
  return {
    ...{ calendar, year },
    holidays: holidays.map(({ name, nameZh, from, to, madeUp }) => ({
      ...{ from, to, madeUp },
      name: { zh: freeText("nameZh", nameZh, 60), en: freeText("name", name, 60) },
    })),
  };
}

function toCalendar(row: CalendarRow): CalendarType {
  const { publishedUntil } = toBook([row]).calendarOf(row.id);
  return Object.assign(new CalendarType(), {
    ...{ row, calendar: row.id, version: row.version, publishedUntil },
    ...{ correctable: isCorrectable(row.id), weekendsOff: row.id !== "EVERY_DAY" },
  });
}

function toShift({ clock, to }: ClockShift, locale: Locale): ClockShiftType {
  const { title } = getClockRule(clock.rule, clock.ruleVersion);
  return Object.assign(new ClockShiftType(), {
    ...{ caseNumber: clock.caseNumber, title: localised(title, locale), from: clock.dueAt, to },
  });
}
