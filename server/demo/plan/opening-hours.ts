import { calendarOf } from "../../kernel/calendars.ts";
import { addDays, type Day, weekday } from "../../kernel/day.ts";
import type { Chance } from "./chance.ts";
import { deskDay, deskTime } from "./desk-time.ts";

/** When somebody does things, in hours of the day. */
export interface Hours {
  readonly opens: number;
  readonly closes: number;
  readonly on: "WORKING_DAYS" | "EVERY_DAY";
}

const calendar = calendarOf("CN");
const minute = 60_000;

/** Whether the working days of that time are known. */
export function isPublished(at: Date): boolean {
  return calendar.workday(deskDay(at)) !== "NOT_PUBLISHED";
}

/** A year whose holidays are not published yet is worked from Monday to Friday. */
function isWorked(on: Day): boolean {
  const found = calendar.workday(on);
  if (found !== "NOT_PUBLISHED") return found.working;
  return weekday(on) !== "SATURDAY" && weekday(on) !== "SUNDAY";
}

/** The moment itself where it lies within the hours, else some time of the last day on which they were. Never later. */
export function lastWithin(hours: Hours | null, at: Date, chance: Chance): Date {
  if (hours === null) return at;
  const today = deskDay(at);
  for (let on = today; ; on = addDays(on, -1)) {
    if (hours.on === "WORKING_DAYS" && !isWorked(on)) continue;
    const [opens, closes] = [deskTime(on, hours.opens), deskTime(on, hours.closes)];
    if (on === today && at < opens) continue;
    if (on === today && at <= closes) return at;
    return deskTime(on, chance.between([hours.opens, hours.closes]));
  }
}

/** The moment itself where it lies within the hours, else some time soon after they next begin. Never earlier. */
export function firstWithin(hours: Hours | null, at: Date, chance: Chance): Date {
  if (hours === null) return at;
  const today = deskDay(at);
  for (let on = today; ; on = addDays(on, 1)) {
    if (hours.on === "WORKING_DAYS" && !isWorked(on)) continue;
    const [opens, closes] = [deskTime(on, hours.opens), deskTime(on, hours.closes)];
    if (on === today && at > closes) continue;
    if (on === today && at >= opens) return at;
    return new Date(opens.getTime() + chance.between([1, 100]) * minute);
  }
}
