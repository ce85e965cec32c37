import type { Day, Instant } from "./day.ts";
import { dayIn } from "./zoned-time.ts";

/** Whose calendar says which day it is at the desk, wherever people sit. */
export const deskTimeZone = "Asia/Shanghai";

export function deskDay(at: Instant): Day {
  return dayIn(at, deskTimeZone);
}
