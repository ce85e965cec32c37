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
import { correctCalendar } from "./actions/correct-calendar.ts";
import { CorrectCalendarDayInput, WithdrawCalendarDayInput } from "./calendar.input.ts";
import { CalendarCorrectedType, CorrectCalendarResult, toCorrectionFailure } from "./calendar.result.ts";
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
import { type Correction, isCorrectable } from "./domain/correction.ts";
import { correctionRefusalText } from "./domain/correction-refusal-text.ts";
import type { ClockShift } from "./domain/plan-correction.ts";
import { yearOfCalendar } from "./domain/year-of-calendar.ts";
import { eventsOfCalendar } from "./queries/calendar-events.ts";
import { previewCorrection } from "./queries/preview-correction.ts";

/** As many as one reads before saying yes. */
const mostExamples = 10;

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
  async previewCalendarDay(
    @Arg("calendar", () => NamedCalendarEnum) calendar: CalendarId,
    @Arg("day", () => DayScalar) day: Day,
    @Arg("working", () => Boolean, { nullable: true }) working: boolean | null | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<CorrectionPreviewType> {
    // Names move no clock.
    const to = working == null ? null : { working, name: { zh: "", en: "" } };
    const { reasons, notPublished, plan } = await previewCorrection(ctx, { calendar, day, to });
    const { later, kept } = plan;
    return Object.assign(new CorrectionPreviewType(), {
      reasons: reasons.map((reason) => localised(correctionRefusalText(reason), ctx.locale)),
      ...{ notPublished, later: later.length, kept: kept.length },
      examples: later.slice(0, mostExamples).map((shift) => toShift(shift, ctx.locale)),
    });
  }

  @Mutation(() => CorrectCalendarResult, {
    description: "Sets one day. Running clocks that it makes later move at once; none comes earlier than was promised.",
  })
  correctCalendarDay(
    @Arg("input", () => CorrectCalendarDayInput) input: CorrectCalendarDayInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CorrectCalendarResult> {
    const name = { zh: freeText("nameZh", input.nameZh, 60), en: freeText("name", input.name, 60) };
    return correct(ctx, input, { working: input.working, name });
  }

  @Mutation(() => CorrectCalendarResult, { description: "The day goes by the calendar's source again." })
  withdrawCalendarDay(
    @Arg("input", () => WithdrawCalendarDayInput) input: WithdrawCalendarDayInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof CorrectCalendarResult> {
    return correct(ctx, input, null);
  }

  @FieldResolver(() => CalendarYearType)
  year(@Root() { row }: CalendarType, @Arg("year", () => Int) year: number): CalendarYearType {
    if (year < 1900 || year > 2999) throw badInput("`year` must be between 1900 and 2999.");
    const { days, ...facts } = yearOfCalendar(toBook([row]), row.id, row.days, year);
    const special = days.map(({ day, working, why, name, corrected }) =>
      Object.assign(new SpecialDayType(), {
        ...{ day, working, why: why ?? null, corrected },
        ...{ name: name?.en ?? null, nameZh: name?.zh ?? null },
      }),
    );
    return Object.assign(new CalendarYearType(), { ...facts, year, days: special });
  }

  @FieldResolver(() => [CalendarEventType], { description: "What was corrected, the latest first." })
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

async function correct(
  ctx: RequestContext,
  { calendar, day, expectedVersion, reason }: WithdrawCalendarDayInput,
  to: Correction["to"],
): Promise<typeof CorrectCalendarResult> {
  const why = optionalText("reason", reason, 500);
  const corrected = await correctCalendar(ctx, { calendar, day, to, expectedVersion, reason: why });
  if (!corrected.ok) return toCorrectionFailure(corrected.error, ctx.locale);
  ctx.loaders.clear();
  const row = (await listCalendars(ctx.db)).find(({ id }) => id === calendar);
  if (row === undefined) throw new Error(`The calendar ${calendar} vanished as it was corrected`);
  const { later, kept } = corrected.value;
  return Object.assign(new CalendarCorrectedType(), {
    ...{ calendar: toCalendar(row), later: later.length, kept: kept.length },
  });
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
