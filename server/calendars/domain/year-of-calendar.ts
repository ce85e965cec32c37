import { type CalendarDay, isWeekend } from "../../kernel/calendar.ts";
import {
  type CalendarBook,
  type CalendarId,
  type CorrectedDay,
  isCorrection,
  isEnteredYear,
  type OwnCalendar,
  type SaidOfDay,
} from "../../kernel/calendars.ts";
import { addDays, type Day, day, yearOf } from "../../kernel/day.ts";

export interface SpecialDay extends CalendarDay {
  readonly day: Day;
  /** Over what its source says, or the paper of a year that the desk entered. */
  readonly corrected: boolean;
  /** What that paper says of it, where it was corrected. */
  readonly paper: SaidOfDay | null;
}

export interface YearOfCalendar {
  readonly published: boolean;
  /** Its source does not have it: its days are the desk's own. */
  readonly entered: boolean;
  readonly workingDays: number | null;
  /** Without plain weekends and ordinary working days. */
  readonly days: readonly SpecialDay[];
}

/** One year as a page shows it. Corrections in a year that is not published are told too: they wait for it. */
export function yearOfCalendar(
  book: CalendarBook,
  calendar: CalendarId,
  own: OwnCalendar,
  year: number,
): YearOfCalendar {
  const { workday } = book.calendarOf(calendar);
  const corrections = new Map(own.days.map((one) => [one.day, one]));
  const entered = isEnteredYear(calendar, own, year);
  const days: SpecialDay[] = [];
  let [workingDays, published] = [0, true];
  for (let on = day(`${year}-01-01`); yearOf(on) === year; on = addDays(on, 1)) {
    const correction = corrections.get(on);
    const found = workday(on);
    if (found === "NOT_PUBLISHED") published = false;
    else if (found.working) workingDays += 1;
    const shown = found === "NOT_PUBLISHED" ? waiting(correction) : found;
    const special = shown !== null && (correction !== undefined || (shown.why ?? "WEEKEND") !== "WEEKEND");
    const corrected = correction !== undefined && isCorrection(calendar, own, correction);
    const paper = corrected && entered ? (correction.paper ?? null) : null;
    if (special) days.push({ ...shown, day: on, corrected, paper });
  }
  return { published, entered, workingDays: published ? workingDays : null, days };
}

function waiting(correction: CorrectedDay | undefined): CalendarDay | null {
  if (correction === undefined) return null;
  const { day: on, working, name } = correction;
  if (!working) return { working, why: "HOLIDAY", name };
  return isWeekend(on) ? { working, why: "MAKE_UP_WORKDAY", name } : { working, name };
}
