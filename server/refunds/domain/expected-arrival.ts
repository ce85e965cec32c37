import { addWorkingDays } from "../../kernel/calendar.ts";
import { calendarOf } from "../../kernel/calendars.ts";
import type { Day } from "../../kernel/day.ts";
import { dayIn } from "../../kernel/zoned-time.ts";
import type { PolicyContent } from "../../policies/domain/policy-content.ts";

/** Card money moves on the working days of China, make-up days included. */
const calendar = calendarOf("CN");

/** The last day on which money sent now usually has arrived; null where that year's calendar is not published. */
export function expectedArrival(
  sentAt: Date,
  { arrivalWorkingDays, timeZone }: Pick<PolicyContent, "arrivalWorkingDays" | "timeZone">,
): Day | null {
  const counted = addWorkingDays(calendar, dayIn(sentAt, timeZone), arrivalWorkingDays.to);
  return counted.ok ? counted.value.day : null;
}
