import type { CalendarDay } from "../../kernel/calendar.ts";
import {
  type CalendarId,
  type CorrectedDay,
  calendarBook,
  isEnteredYear,
  type OwnCalendar,
} from "../../kernel/calendars.ts";
import { type Day, yearOf } from "../../kernel/day.ts";
import { againstWhich, type CalendarChange, type CalendarRefusal } from "./calendar-change.ts";

/** What one day is to be; null: what the calendar's source says of it. */
export interface Correction {
  readonly calendar: CalendarId;
  readonly day: Day;
  readonly to: Pick<CorrectedDay, "working" | "name"> | null;
}

export function correctionOf(correction: Correction): CalendarChange {
  const { calendar, day, to } = correction;
  return {
    calendar,
    reasonsAgainst: (own) => [...againstWhich(calendar), ...againstDay(correction, own)],
    after: ({ days, years }) => {
      const others = days.filter((one) => one.day !== day);
      return { days: to === null ? others : [...others, { day, ...to }], years };
    },
    told: {
      ...{ kind: to === null ? "WITHDRAWN" : "CORRECTED", day },
      ...{ working: to?.working ?? null, name: to?.name ?? null },
    },
  };
}

/** In a year that the desk entered, the paper's own days are all there is: without one it would be worked or not by its weekday. */
function againstDay(correction: Correction, own: OwnCalendar): readonly CalendarRefusal[] {
  const { calendar, day, to } = correction;
  if (!changes(correction, own)) return [{ code: "NOTHING_CHANGES" }];
  const year = yearOf(day);
  return to === null && isEnteredYear(calendar, own, year) ? [{ code: "YEAR_WITHOUT_SOURCE", year }] : [];
}

function changes({ calendar, day, to }: Correction, own: OwnCalendar): boolean {
  const before = own.days.find((one) => one.day === day);
  if (to === null) return before !== undefined;
  return differs(
    to,
    before ??
      calendarBook(0, { [calendar]: own })
        .calendarOf(calendar)
        .workday(day),
  );
}

/** A name alone is a change where the day has one; giving an ordinary day a name is none. */
function differs(
  to: Pick<CorrectedDay, "working" | "name">,
  before: Pick<CalendarDay, "working" | "name"> | "NOT_PUBLISHED",
): boolean {
  if (before === "NOT_PUBLISHED" || before.working !== to.working) return true;
  return before.name !== undefined && (before.name.zh !== to.name.zh || before.name.en !== to.name.en);
}
