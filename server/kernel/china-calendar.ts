import chineseDays from "chinese-days";
import { type BusinessCalendar, type CalendarDay, isWeekend } from "./calendar.ts";
import { type Day, day, yearOf } from "./day.ts";

/** The State Council's papers are checked from this year on; before it make-up days are missing. */
const firstYear = 2007;

/** The package reads text as UTC and then asks for local parts, a day off west of Greenwich; local noon is safe anywhere. */
function detailOf(on: Day): { readonly work: boolean; readonly name: string } {
  const [year = 0, month = 1, date = 1] = on.split("-").map(Number);
  return chineseDays.getDayDetail(new Date(year, month - 1, date, 12));
}

/** Named days read "National Day,国庆节,3"; on plain days the package gives the weekday. */
function nameOf(detailName: string): CalendarDay["name"] {
  const [en, zh] = detailName.split(",");
  return en === undefined || zh === undefined ? undefined : { en, zh };
}

/** Each year's paper makes the first of October a holiday; where the package knows of none, there is no paper yet. */
function lastPublishedYear(): number {
  let year = firstYear;
  while (nameOf(detailOf(day(`${year + 1}-10-01`)).name) !== undefined) year += 1;
  return year;
}

const lastYear = lastPublishedYear();

function workday(on: Day): CalendarDay | "NOT_PUBLISHED" {
  const year = yearOf(on);
  if (year < firstYear || year > lastYear) return "NOT_PUBLISHED";
  const detail = detailOf(on);
  const name = nameOf(detail.name);
  if (name === undefined) return isWeekend(on) ? { working: false, why: "WEEKEND" } : { working: true };
  return { working: detail.work, why: detail.work ? "MAKE_UP_WORKDAY" : "HOLIDAY", name };
}

/**
 * Mainland China's, with weekends that are worked to make up for holidays. A year's paper comes in the autumn
 * before it, and has now and then moved a day of the last week of December.
 */
export const chinaCalendar: BusinessCalendar = { id: "CN", workday, publishedUntil: day(`${lastYear}-12-31`) };
