import { addDays, type Instant, weekday, weekdays } from "../../kernel/day.ts";
import { deskDay, deskTimeZone } from "../../kernel/desk-day.ts";
import { startOfDay } from "../../kernel/zoned-time.ts";

/** How soon a case is due, in words that mean something else each day; what is late already is within all of them. */
export const dueSpans = ["OVERDUE", "TODAY", "THIS_WEEK"] as const;
export type DueSpan = (typeof dueSpans)[number];

/** Everything due before this moment is within the span. Weeks end with their Sunday. */
export function endOfSpan(span: DueSpan, now: Instant): Instant {
  if (span === "OVERDUE") return now;
  const today = deskDay(now);
  const toMonday = (weekdays.indexOf("MONDAY") - weekdays.indexOf(weekday(today)) + 7) % 7 || 7;
  return startOfDay(addDays(today, span === "TODAY" ? 1 : toMonday), deskTimeZone());
}

/** The first moment after the day. */
export function dayAfter(on: Parameters<typeof addDays>[0]): Instant {
  return startOfDay(addDays(on, 1), deskTimeZone());
}
