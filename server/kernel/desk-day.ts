import type { Day, Instant } from "./day.ts";
import { dayIn } from "./zoned-time.ts";

/** What a desk begins with; its administrator sets another. */
export const firstTimeZone = "Asia/Shanghai";

let kept = firstTimeZone;

/**
 * Whose calendar says which day it is at the desk, wherever people sit. It is the desk's own setting, kept here as a process
 * keeps its language: every rule would have to be handed the same value otherwise. Nobody keeps it in a constant.
 */
export function deskTimeZone(): string {
  return kept;
}

/** For the book of settings alone, whenever it has read them. */
export function keepDeskTimeZone(timeZone: string): void {
  kept = timeZone;
}

export function deskDay(at: Instant): Day {
  return dayIn(at, kept);
}
