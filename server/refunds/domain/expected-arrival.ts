import { addWorkingDays } from "../../kernel/calendar.ts";
import type { CalendarBook } from "../../kernel/calendars.ts";
import type { Day } from "../../kernel/day.ts";
import { dayIn } from "../../kernel/zoned-time.ts";
import type { PolicyContent } from "../../policies/domain/policy-content.ts";

/**
 * The last day on which money sent now usually has arrived, by the working days of China, on which card money moves; null
 * where that year's calendar is not published.
 */
export function expectedArrival(
  sentAt: Date,
  { arrivalWorkingDays, timeZone }: Pick<PolicyContent, "arrivalWorkingDays" | "timeZone">,
  calendars: CalendarBook,
): Day | null {
  const counted = addWorkingDays(calendars.calendarOf("CN"), dayIn(sentAt, timeZone), arrivalWorkingDays.to);
  return counted.ok ? counted.value.day : null;
}
