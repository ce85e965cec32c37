import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Locale } from "../request-context.ts";
import type { ChangeFailure } from "./actions/change-calendar.ts";
import { CalendarType } from "./calendar.type.ts";
import { calendarRefusalText } from "./domain/calendar-refusal-text.ts";

@ObjectType("CalendarCorrected", {
  description: "The day or the year is set, and the clocks that it makes later, or gives a date, have moved.",
})
export class CalendarCorrectedType {
  @Field(() => CalendarType)
  calendar!: CalendarType;

  @Field(() => Int, { description: "Running clocks that end later now, or have come to have a date." })
  later!: number;

  @Field(() => Int, { description: "Running clocks that would end earlier, and keep what was promised." })
  kept!: number;
}

@ObjectType("CalendarRefused", { implements: Problem, description: "Nothing was written." })
export class CalendarRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

@ObjectType("StaleCalendar", {
  implements: Problem,
  description: "Somebody else changed this calendar meanwhile. Nothing was written.",
})
export class StaleCalendarType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const CorrectCalendarResult = createUnionType({
  name: "CorrectCalendarResult",
  types: () => [CalendarCorrectedType, CalendarRefusedType, StaleCalendarType] as const,
});

const texts = {
  REFUSED: { zh: "没有任何更改。原因如下。", en: "Nothing was changed. The reasons are below." },
  STALE: {
    zh: "这个日历在您打开之后已有更改：可能是其他管理员所为，也可能是您先前的操作已经生效，只是没有收到答复。本次操作没有生效。请查看最新内容后再试。",
    en: "This calendar has been changed since you opened it: by another administrator, or by a press of your own whose answer did not arrive. Nothing of this press was saved. Look at it as it is now, and try again.",
  },
} as const;

export function toChangeFailure(failure: ChangeFailure, locale: Locale): CalendarRefusedType | StaleCalendarType {
  const message = localised(texts[failure.kind], locale);
  if (failure.kind === "STALE") return Object.assign(new StaleCalendarType(), { message });
  const reasons = failure.reasons.map((reason) => localised(calendarRefusalText(reason), locale));
  return Object.assign(new CalendarRefusedType(), { message, reasons });
}
