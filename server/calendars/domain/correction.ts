import type { CalendarDay } from "../../kernel/calendar.ts";
import {
  type CalendarId,
  type CorrectedDay,
  calendarBook,
  isCorrection,
  type OwnCalendar,
} from "../../kernel/calendars.ts";
import { type Day, yearOf } from "../../kernel/day.ts";
import { againstWhich, type CalendarChange, type CalendarRefusal } from "./calendar-change.ts";

/** What one day is to be; null: what its calendar's source says of it, or the paper of a year that the desk entered. */
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
      const paper = days.find((one) => one.day === day)?.paper;
      const others = days.filter((one) => one.day !== day);
      const is = to ?? paper ?? null;
      const kept = paper === undefined ? {} : { paper };
      return { days: is === null ? others : [...others, { day, ...is, ...kept }], years };
    },
    told: {
      ...{ kind: to === null ? "WITHDRAWN" : "CORRECTED", day },
      ...{ working: to?.working ?? null, name: to?.name ?? null },
    },
  };
}

/** What a year's paper says of a day is no correction: there is nothing beneath it that the day could go back to. */
function againstDay(correction: Correction, own: OwnCalendar): readonly CalendarRefusal[] {
  const { calendar, day, to } = correction;
  const before = own.days.find((one) => one.day === day);
  if (to === null && before !== undefined && !isCorrection(calendar, own, before))
    return [{ code: "YEAR_WITHOUT_SOURCE", year: yearOf(day) }];
  return changes(correction, own, before) ? [] : [{ code: "NOTHING_CHANGES" }];
}

function changes({ calendar, day, to }: Correction, own: OwnCalendar, before: CorrectedDay | undefined): boolean {
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
