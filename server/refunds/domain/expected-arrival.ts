import { addWorkingDays } from "../../kernel/calendar.ts";
import { calendarOf } from "../../kernel/calendars.ts";
import type { Day } from "../../kernel/day.ts";
import { dayIn } from "../../kernel/zoned-time.ts";

/** Where card money is moved on the working days of. */
export const arrivalTimeZone = "Asia/Shanghai";
const calendar = calendarOf("CN");

/** The last day on which money sent now usually has arrived; null where that year's calendar is not published. */
export function expectedArrival(sentAt: Date, withinWorkingDays: number): Day | null {
  const counted = addWorkingDays(calendar, dayIn(sentAt, arrivalTimeZone), withinWorkingDays);
  return counted.ok ? counted.value.day : null;
}
