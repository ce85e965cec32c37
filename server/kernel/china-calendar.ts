// The package's own functions build their tables in local time and are a day off west of Greenwich; its data is not.
import chineseDays from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { type BusinessCalendar, type CalendarDay, isWeekend } from "./calendar.ts";
import { type Day, day, yearOf } from "./day.ts";

/** The State Council's papers are checked from this year on; before it make-up days are missing. */
const firstYear = 2007;

const holidays = new Map<string, string>(Object.entries(chineseDays.holidays));
const makeUpWorkdays = new Map<string, string>(Object.entries(chineseDays.workdays));

/** Each year's paper makes the first of October a holiday; where it is none, there is no paper yet. */
function lastPublishedYear(): number {
  let year = firstYear;
  while (holidays.has(`${year + 1}-10-01`)) year += 1;
  return year;
}

const lastYear = lastPublishedYear();

/** Names are kept as "National Day,国庆节,3". */
function aNamedDay(why: "HOLIDAY" | "MAKE_UP_WORKDAY", label: string): CalendarDay {
  const [en = "", zh = ""] = label.split(",");
  return { working: why === "MAKE_UP_WORKDAY", why, name: { zh, en } };
}

function workday(on: Day): CalendarDay | "NOT_PUBLISHED" {
  const year = yearOf(on);
  if (year < firstYear || year > lastYear) return "NOT_PUBLISHED";
  const madeUp = makeUpWorkdays.get(on);
  if (madeUp !== undefined) return aNamedDay("MAKE_UP_WORKDAY", madeUp);
  const holiday = holidays.get(on);
  if (holiday !== undefined) return aNamedDay("HOLIDAY", holiday);
  return isWeekend(on) ? { working: false, why: "WEEKEND" } : { working: true };
}

/**
 * Mainland China's, with weekends that are worked to make up for holidays. A year's paper comes in the autumn
 * before it, and has now and then moved a day of the last week of December.
 */
export const chinaCalendar: BusinessCalendar = { id: "CN", workday, publishedUntil: day(`${lastYear}-12-31`) };
