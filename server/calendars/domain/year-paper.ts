import { type Bilingual, isWeekend } from "../../kernel/calendar.ts";
import { type CalendarId, type CorrectedDay, calendarBook, type OwnCalendar } from "../../kernel/calendars.ts";
import { addDays, type Day, day, yearOf } from "../../kernel/day.ts";
import { againstWhich, type CalendarChange, type CalendarRefusal } from "./calendar-change.ts";

/** One holiday as the paper has it: off from one day to another, both counted, and the weekends worked to make up for it. */
export interface PaperHoliday {
  readonly name: Bilingual;
  readonly from: Day;
  readonly to: Day;
  readonly madeUp: readonly Day[];
}

/** The paper by which the General Office of the State Council arranges the holidays of one year. */
export interface YearPaper {
  readonly calendar: CalendarId;
  readonly year: number;
  readonly holidays: readonly PaperHoliday[];
}

/**
 * Off by law whatever the paper arranges, of those with a fixed date: a paper entered without one has lost a line.
 * Source: Regulation on Public Holidays for National Annual Festivals and Memorial Days (全国年节及纪念日放假办法), article 2,
 * as in force from 2025-01-01.
 */
const fixedByLaw = ["01-01", "05-01", "05-02", "10-01", "10-02", "10-03"] as const;

/** Days of the paper go over those that waited for it; a waiting correction that it does not name goes on to hold. */
export function publicationOf(paper: YearPaper): CalendarChange {
  const { calendar, year } = paper;
  const days = daysOf(paper);
  return {
    calendar,
    reasonsAgainst: (own) => [...againstWhich(calendar), ...againstYear(paper, own), ...againstDays(paper, days)],
    after: (own) => {
      const named = new Set(days.map((one) => one.day));
      return {
        days: [...own.days.filter((one) => !named.has(one.day)), ...days],
        years: [...own.years, year],
      };
    },
    told: { kind: "PUBLISHED", day: day(`${year}-01-01`), working: null, name: null },
  };
}

function againstYear({ calendar, year }: YearPaper, own: OwnCalendar): readonly CalendarRefusal[] {
  const { publishedUntil } = calendarBook(0, { [calendar]: own }).calendarOf(calendar);
  const last = publishedUntil === null ? year : yearOf(publishedUntil);
  if (year <= last) return [{ code: "YEAR_PUBLISHED", year }];
  return year === last + 1 ? [] : [{ code: "YEAR_NOT_NEXT", year: last + 1 }];
}

function againstDays({ year, holidays }: YearPaper, days: readonly CorrectedDay[]): readonly CalendarRefusal[] {
  const outside = holidays.flatMap(({ from, to, madeUp }) => [from, to, ...madeUp]).filter((on) => yearOf(on) !== year);
  const named = days.map((one) => one.day);
  const twice = named.filter((on, index) => named.indexOf(on) < index);
  const off = new Set(days.filter(({ working }) => !working).map((one) => one.day));
  const worked = days.filter(({ working }) => working).map((one) => one.day);
  return [
    ...holidays.filter(({ from, to }) => to < from).map(({ name }) => ({ code: "HOLIDAY_BACKWARDS", name }) as const),
    ...each("DAY_OUTSIDE_YEAR", outside),
    ...each("DAY_TWICE", twice),
    ...each(
      "WORKED_ON_WEEKDAY",
      worked.filter((on) => !isWeekend(on)),
    ),
    ...each(
      "STATUTORY_DAY_MISSING",
      fixedByLaw.map((date) => day(`${year}-${date}`)).filter((on) => !off.has(on)),
    ),
  ];
}

const each = (code: Extract<CalendarRefusal, { readonly day: Day }>["code"], days: readonly Day[]) =>
  [...new Set(days)].map((on): CalendarRefusal => ({ code, day: on }));

function daysOf({ year, holidays }: YearPaper): readonly CorrectedDay[] {
  return holidays.flatMap(({ name, from, to, madeUp }) => {
    const said = (on: Day, working: boolean) => ({ day: on, working, name, paper: { working, name } });
    return [
      ...daysBetweenIn(year, from, to).map((off) => said(off, false)),
      ...madeUp.map((worked) => said(worked, true)),
    ];
  });
}

/** Only those of the year: what lies outside is refused, and never so many that it takes long to say. */
function daysBetweenIn(year: number, from: Day, to: Day): readonly Day[] {
  const days: Day[] = [];
  const last = day(`${year}-12-31`);
  const first = day(`${year}-01-01`);
  for (let on = from < first ? first : from; on <= to && on <= last; on = addDays(on, 1)) days.push(on);
  return days;
}
